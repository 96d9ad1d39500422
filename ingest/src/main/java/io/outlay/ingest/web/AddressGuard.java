package io.outlay.ingest.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Refuses addresses that no article of the web has: a link in a feed must not make us ask a machine of our own network. Asked
 * after the name is resolved, for a name may mean any address, and again for each redirect.
 */
public final class AddressGuard {
    /** Names to addresses; tests have their own. */
    @FunctionalInterface
    public interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final Resolver resolver;
    private final Predicate<URI> exempt;

    private AddressGuard(Resolver resolver, Predicate<URI> exempt) {
        this.resolver = resolver;
        this.exempt = exempt;
    }

    /** Public addresses alone. */
    public static AddressGuard publicOnly() {
        return publicOnly(InetAddress::getAllByName);
    }

    /** Public addresses, and all on the hosts and ports of those that a person named. */
    public static AddressGuard publicAnd(Collection<URI> named) {
        Set<String> authorities = named.stream().map(URI::getAuthority).collect(Collectors.toSet());
        return publicAndAuthorities(authorities);
    }

    /** Public addresses, and all on these hosts and ports, as they are at the time of asking. */
    public static AddressGuard publicAndAuthorities(Set<String> authorities) {
        return new AddressGuard(
                InetAddress::getAllByName,
                uri -> uri.getAuthority() != null && authorities.contains(uri.getAuthority()));
    }

    /** Every address: for feeds of one's own network, and for tests. */
    public static AddressGuard anywhere() {
        return new AddressGuard(InetAddress::getAllByName, uri -> true);
    }

    static AddressGuard publicOnly(Resolver resolver) {
        return new AddressGuard(resolver, uri -> false);
    }

    /** @throws FetchException if the address is not to be asked */
    void check(URI uri) throws FetchException {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new FetchException("no address of the web: " + uri);
        }
        if (exempt.test(uri)) {
            return;
        }
        try {
            for (InetAddress address : resolver.resolve(uri.getHost())) {
                if (!isPublic(address)) {
                    throw new FetchException(
                            uri.getHost() + " is " + address.getHostAddress() + ", which is no public address");
                }
            }
        } catch (UnknownHostException e) {
            throw new FetchException("there is no host " + uri.getHost(), e);
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublicV6(bytes) : isPublicV4(bytes);
    }

    private static boolean isPublicV4(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        boolean carrierGrade = first == 100 && second >= 64 && second < 128;
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        boolean protocols = first == 192 && second == 0;
        return first != 0 && first < 240 && !carrierGrade && !benchmarks && !protocols;
    }

    /** {@code ::127.0.0.1}, as addresses were once carried over. */
    private static boolean isCompatibleV4(byte[] bytes) {
        for (int i = 0; i < 12; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Unique local addresses are private; those that carry an IPv4 address are what that is. */
    private static boolean isPublicV6(byte[] bytes) {
        boolean uniqueLocal = (bytes[0] & 0xFE) == 0xFC;
        boolean translated =
                bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xFF) == 0xFF && (bytes[3] & 0xFF) == 0x9B;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return !uniqueLocal && !translated && !sixToFour && !teredo && !isCompatibleV4(bytes);
    }
}
