package io.outlay.local;

import static com.tngtech.archunit.base.DescribedPredicate.doNot;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * How the house is built: contracts and service are the ground floor, the services stand side by side and meet on Kafka alone,
 * local is the lid; and what decides about money is pure. Think hard about the layering before you change this file.
 */
@AnalyzeClasses(packages = "io.outlay", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    /** Code that decides: no Kafka, no clock, no chance; what it needs to know comes in as an argument. */
    private static final String[] PURE = {
        "io.outlay.enrich.text..",
        "io.outlay.aggregate.ledger..",
        "io.outlay.aggregate.fx..",
        "io.outlay.aggregate.rolling..",
        "io.outlay.dashboard.view..",
        "io.outlay.dashboard.live.."
    };

    @ArchTest
    static final ArchRule contractsStandOnNothingOfOurs = onlyDependsOn("contracts");

    @ArchTest
    static final ArchRule serviceStandsOnContracts = onlyDependsOn("service", "contracts");

    @ArchTest
    static final ArchRule ingestKnowsNoOtherService = onlyDependsOn("ingest", "contracts", "service");

    @ArchTest
    static final ArchRule enrichKnowsNoOtherService = onlyDependsOn("enrich", "contracts", "service");

    @ArchTest
    static final ArchRule aggregateKnowsNoOtherService = onlyDependsOn("aggregate", "contracts", "service");

    @ArchTest
    static final ArchRule dashboardKnowsTheTopicsAlone = onlyDependsOn("dashboard", "contracts", "service");

    @ArchTest
    static final ArchRule contractsBringKafkaClientsAndJacksonAlone = noClasses()
            .that()
            .resideInAPackage("io.outlay.contracts..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka.streams..", "org.slf4j..", "ch.qos.logback..");

    @ArchTest
    static final ArchRule whatDecidesKnowsNoKafka = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.outlay.service..", "java.net.http..", "java.sql..");

    @ArchTest
    static final ArchRule whatDecidesHasNoClockAndNoChance = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethodWhere(readsAClock())
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, Random.class);

    @ArchTest
    static final ArchRule whatDecidesTouchesNoFiles = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(File.class, Files.class);

    @ArchTest
    static final ArchRule theCommandLineMakesNoRing =
            slices().matching("io.outlay.local.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheLidKnowsTheBrokersInside = noClasses()
            .that()
            .resideOutsideOfPackage("io.outlay.local.road..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kafka..", "org.apache.kafka.metadata..", "org.apache.kafka.server..");

    private static ArchRule onlyDependsOn(String module, String... below) {
        String[] allowed = new String[below.length + 1];
        allowed[0] = "io.outlay." + module + "..";
        for (int i = 0; i < below.length; i++) {
            allowed[i + 1] = "io.outlay." + below[i] + "..";
        }
        return classes()
                .that()
                .resideInAPackage("io.outlay." + module + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(doNot(resideInAnyPackage("io.outlay.."))));
    }

    private static DescribedPredicate<JavaCall<?>> readsAClock() {
        Set<String> clocks = Set.copyOf(List.of(
                Instant.class.getName(),
                LocalDate.class.getName(),
                LocalDateTime.class.getName(),
                ZonedDateTime.class.getName(),
                OffsetDateTime.class.getName()));
        return DescribedPredicate.describe("a call that reads the clock", call -> {
            JavaClass owner = call.getTargetOwner();
            return clocks.contains(owner.getName()) && call.getName().equals("now")
                    || owner.isEquivalentTo(System.class)
                            && (call.getName().equals("currentTimeMillis")
                                    || call.getName().equals("nanoTime"));
        });
    }
}
