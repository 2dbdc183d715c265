package io.urania.cluster.variable.type;

import io.urania.inventory.problem.Suggestion;
import io.urania.inventory.value.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Issuers of tokens, as the field {@code jwt} of an AuthenticationConfiguration has them (Kubernetes reference, apiserver.config.k8s.io,
 * JWTAuthenticator). What the API server can only judge with its expressions is left to it.
 */
public record TokenIssuersType() implements VariableType<List<Object>> {

    private static final TreesType TREES = new TreesType();
    private static final List<String> FIELDS =
            List.of("issuer", "claimValidationRules", "claimMappings", "userValidationRules");

    @Override
    public String description() {
        return TREES.description();
    }

    @Override
    public Shape shape() {
        return TREES.shape();
    }

    @Override
    public List<Object> read(Value value) throws UnfitValue {
        List<Object> issuers = TREES.read(value);
        for (int i = 0; i < issuers.size(); i++) {
            check("issuer " + (i + 1), (Map<?, ?>) issuers.get(i));
        }
        return issuers;
    }

    private static void check(String place, Map<?, ?> issuer) throws UnfitValue {
        for (Object field : issuer.keySet()) {
            if (!FIELDS.contains(field.toString())) {
                throw unfit(
                        "has '" + field + "' in " + place + ", which is no field of it",
                        Suggestion.didYouMean(field.toString(), FIELDS, "it has " + String.join(", ", FIELDS)));
            }
        }
        Object url = field(issuer, "issuer", "url");
        if (url == null || !url.toString().startsWith("https://")) {
            throw unfit(
                    "has no issuer.url with https in " + place, "write issuer: {url: https://…, audiences: [name]}");
        }
        if (!(field(issuer, "issuer", "audiences") instanceof List<?> audiences) || audiences.isEmpty()) {
            throw unfit(
                    "has no list issuer.audiences in " + place, "write issuer: {url: https://…, audiences: [name]}");
        }
        Object claim = field(issuer, "claimMappings", "username", "claim");
        Object expression = field(issuer, "claimMappings", "username", "expression");
        if ((claim == null) == (expression == null)) {
            throw unfit(
                    "has " + (claim == null ? "neither" : "both")
                            + " of claimMappings.username.claim and .expression in " + place,
                    "write claimMappings: {username: {claim: sub, prefix: 'name:'}}");
        }
        if (claim != null && field(issuer, "claimMappings", "username", "prefix") == null) {
            throw unfit(
                    "has claimMappings.username.claim without prefix in " + place,
                    "add the prefix of users' names; '' for none");
        }
    }

    private static @Nullable Object field(Map<?, ?> tree, String... path) {
        Object branch = tree;
        for (String name : path) {
            branch = branch instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return branch;
    }

    private static UnfitValue unfit(String what, String remedy) {
        return new UnfitValue(what, "the API server would not start with it", remedy);
    }
}
