package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.EncryptionAlgorithm;
import io.urania.cluster.value.Secret;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ChoiceTypes;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.VariableType;
import java.util.List;
import java.util.Map;

/** How API servers store objects in etcd. */
public final class EncryptionVariables {

    private static final String FILE = "control plane: EncryptionConfiguration of kube-apiserver, ";

    public static final Variable<Boolean> ENABLED = of("kube_encrypt_secret_data", ScalarTypes.truth())
            .means("whether secrets are encrypted in etcd")
            .does(
                    "control plane: flag of kube-apiserver, --encryption-provider-config, with the file; stored objects are"
                            + " rewritten when it changes")
            .otherwise(false);

    public static final Variable<EncryptionAlgorithm> ALGORITHM = of(
                    "kube_encryption_algorithm",
                    ChoiceTypes.choice(
                            EncryptionAlgorithm.class,
                            Map.of("kms", "it needs a server that has the keys, for which Urania has no variable")))
            .means("algorithm with which they are encrypted; identity decrypts what is stored")
            .does(FILE + "the first provider")
            .otherwise(EncryptionAlgorithm.SECRETBOX);

    public static final Variable<List<String>> RESOURCES = of(
                    "kube_encryption_resources",
                    CollectionTypes.listOf(ScalarTypes.matching(
                            "a kind of objects such as secrets or deployments.apps",
                            "[a-z0-9]+(?:\\.[a-z0-9-]+)*",
                            "secrets")))
            .means("kinds of objects that are encrypted")
            .does(FILE + "resources")
            .otherwise(List.of("secrets"), "secrets");

    public static final Variable<Secret> TOKEN = of("kube_encrypt_token", ClusterTypes.encryptionToken())
            .means("key with which they are encrypted")
            .does(FILE + "keys")
            .unlessSet("credentials/kube_encrypt_token.creds, made by the first apply");

    public static final List<Variable<?>> ALL = List.of(ENABLED, ALGORITHM, RESOURCES, TOKEN);

    private EncryptionVariables() {}

    private static <T> Variable<T> of(String name, VariableType<T> type) {
        return variable(name, type).scope(Scope.CONTROL_PLANE);
    }
}
