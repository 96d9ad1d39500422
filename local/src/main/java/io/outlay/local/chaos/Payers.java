package io.outlay.local.chaos;

import java.util.List;

/** Whom the news of a chaos run is about: payers and destinations that the tagger reads without doubt. */
final class Payers {
    /**
     * @param id as the claims carry it
     * @param name as the articles write it
     * @param country ISO code of its headquarters
     */
    record Payer(String id, String name, String country) {}

    /** @param code ISO code; name as the articles write it */
    record Destination(String code, String name) {}

    static final List<Payer> PAYERS = List.of(
            new Payer("microsoft", "Microsoft", "US"),
            new Payer("alibaba", "Alibaba", "CN"),
            new Payer("oracle", "Oracle", "US"),
            new Payer("meta", "Meta", "US"),
            new Payer("amazon", "Amazon", "US"),
            new Payer("softbank", "SoftBank", "JP"),
            new Payer("nvidia", "Nvidia", "US"),
            new Payer("ibm", "IBM", "US"),
            new Payer("tencent", "Tencent", "CN"),
            new Payer("baidu", "Baidu", "CN"),
            new Payer("siemens", "Siemens", "DE"),
            new Payer("sap", "SAP", "DE"),
            new Payer("coreweave", "CoreWeave", "US"),
            new Payer("infosys", "Infosys", "IN"),
            new Payer("naver", "Naver", "KR"),
            new Payer("salesforce", "Salesforce", "US"),
            new Payer("brookfield", "Brookfield", "CA"),
            new Payer("equinix", "Equinix", "US"));

    static final List<Destination> DESTINATIONS = List.of(
            new Destination("FR", "France"),
            new Destination("JP", "Japan"),
            new Destination("BR", "Brazil"),
            new Destination("DE", "Germany"),
            new Destination("ES", "Spain"),
            new Destination("IT", "Italy"),
            new Destination("PL", "Poland"),
            new Destination("MX", "Mexico"),
            new Destination("KE", "Kenya"),
            new Destination("NO", "Norway"),
            new Destination("SE", "Sweden"),
            new Destination("FI", "Finland"),
            new Destination("DK", "Denmark"),
            new Destination("PT", "Portugal"),
            new Destination("GR", "Greece"),
            new Destination("AT", "Austria"),
            new Destination("HU", "Hungary"),
            new Destination("CL", "Chile"),
            new Destination("PE", "Peru"),
            new Destination("CO", "Colombia"),
            new Destination("VN", "Vietnam"),
            new Destination("TH", "Thailand"),
            new Destination("MY", "Malaysia"),
            new Destination("ID", "Indonesia"),
            new Destination("MA", "Morocco"),
            new Destination("EG", "Egypt"),
            new Destination("NG", "Nigeria"),
            new Destination("GH", "Ghana"),
            new Destination("IE", "Ireland"),
            new Destination("BE", "Belgium"),
            new Destination("IS", "Iceland"),
            new Destination("EE", "Estonia"),
            new Destination("LV", "Latvia"),
            new Destination("HR", "Croatia"),
            new Destination("RS", "Serbia"),
            new Destination("KZ", "Kazakhstan"),
            new Destination("QA", "Qatar"),
            new Destination("OM", "Oman"),
            new Destination("UY", "Uruguay"),
            new Destination("AR", "Argentina"));

    private Payers() {}
}
