package io.urania.cluster.spec.apiserver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is let into the API, and who decides what they may do, besides what every cluster has.
 *
 * @param openId people with tokens of an OpenID provider
 * @param tokens who is asked about bearer tokens that the API server does not know
 * @param authentication an {@code AuthenticationConfiguration}, which takes the place of flags
 * @param decisions who is asked whether a request is allowed, in authorization mode Webhook
 * @param authorizers those of an {@code AuthorizationConfiguration}, which takes the place of the modes; empty for none
 * @param withoutAnonymousDiscovery whether nobody without credentials may read how a node finds the cluster
 */
public record AccessSpec(
        Optional<OpenIdSpec> openId,
        Optional<WebhookSpec> tokens,
        Optional<Map<String, Object>> authentication,
        Optional<WebhookSpec> decisions,
        List<Object> authorizers,
        boolean withoutAnonymousDiscovery) {
    public AccessSpec {
        authentication = authentication.map(fields -> Collections.unmodifiableMap(new LinkedHashMap<>(fields)));
        authorizers = List.copyOf(authorizers);
    }
}
