package io.urania.cluster.variable.type;

import io.urania.inventory.problem.Suggestion;
import io.urania.inventory.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Set<Object> urls = new HashSet<>();
        return UnfitValue.readEach(
                TREES.read(value), (index, issuer) -> checked("issuer " + (index + 1), (Map<?, ?>) issuer, urls));
    }

    private static Object checked(String place, Map<?, ?> issuer, Set<Object> urls) throws UnfitValue {
        for (Object field : issuer.keySet()) {
            if (!FIELDS.contains(field.toString())) {
                throw unfit(
                        "has '" + field + "' in " + place + ", which is no field of it",
                        Suggestion.didYouMean(field.toString(), FIELDS, "it has " + String.join(", ", FIELDS)));
            }
        }
        Object url = field(issuer, "issuer", "url");
        if (url == null || !url.toString().matches("https://[^?#@]+")) {
            throw unfit(
                    "has no issuer.url with https, and without ?, # and @, in " + place,
                    "write issuer: {url: https://…, audiences: [name]}");
        }
        if (!urls.add(url)) {
            throw unfit("has the url of " + place + " twice", "make one issuer of the two");
        }
        if (!(field(issuer, "issuer", "audiences") instanceof List<?> audiences) || audiences.isEmpty()) {
            throw unfit(
                    "has no list issuer.audiences in " + place, "write issuer: {url: https://…, audiences: [name]}");
        }
        if (audiences.size() > 1 && !"MatchAny".equals(field(issuer, "issuer", "audienceMatchPolicy"))) {
            throw unfit(
                    "has several audiences in " + place + ", and no audienceMatchPolicy",
                    "add audienceMatchPolicy: MatchAny to the issuer");
        }
        Object groups = field(issuer, "claimMappings", "groups", "claim");
        if (groups != null && field(issuer, "claimMappings", "groups", "prefix") == null) {
            throw unfit(
                    "has claimMappings.groups.claim without prefix in " + place,
                    "add the prefix of groups' names; '' for none");
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
        return issuer;
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
