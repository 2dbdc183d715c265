package io.urania.cluster.preflight;

import io.urania.cluster.observation.MachineProbe;
import io.urania.cluster.observation.encryption.EncryptionProbe;
import io.urania.cluster.observation.encryption.StoredEncryption;
import io.urania.cluster.pki.EncryptionKeys;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import java.util.ArrayList;
import java.util.List;

/** What is stored with a key can be read with that key only: API servers must not lose it. */
record LostEncryptionKey(EncryptionKeys keys) implements NodeRule {

    @Override
    public String id() {
        return "lost-encryption-key";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "API servers encrypt what they store, and the inventory does not have their key, or does not ask for encryption any more",
                "what is stored could not be read",
                "restore `credentials`; to decrypt, `kube_encryption_algorithm: identity` first",
                "Kubernetes, \"Encrypting Confidential Data at Rest\"");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, NodeSpec node) {
        if (!node.controlPlane()) {
            return List.of();
        }
        Question<?> machine = MachineProbe.question(spec.paths().manifests());
        return isEncrypted(spec) ? List.of(machine, EncryptionProbe.question()) : List.of(machine);
    }

    private static boolean isEncrypted(ClusterSpec spec) {
        return spec.apiServer().encryption().isPresent();
    }

    @Override
    public List<Finding> findings(NodeSpec node, Facts facts, Situation situation) {
        if (!node.controlPlane()) {
            return List.of();
        }
        if (isEncrypted(situation.spec())
                && facts.answer(MachineProbe.question(situation.spec().paths().manifests()))
                        .isEncryptingOtherwise()) {
            return List.of(error(
                    node.name(),
                    "its API server encrypts what it stores by a file that is not Urania's",
                    "without that file's keys nobody could read what is stored",
                    "decrypt it first: Kubernetes documentation, Decrypt Data that is Already Encrypted at Rest"));
        }
        if (isEncrypted(situation.spec())) {
            return facts.answer(EncryptionProbe.question())
                    .stored()
                    .map(stored -> unknown(node, stored))
                    .orElse(List.of());
        }
        return facts.answer(MachineProbe.question(situation.spec().paths().manifests()))
                        .isEncrypting()
                ? List.of(error(
                        node.name(),
                        "its API server encrypts what it stores, and kube_encrypt_secret_data is not true",
                        "without the keys nobody could read the secrets that are stored",
                        "set kube_encrypt_secret_data: true; to decrypt them, set kube_encryption_algorithm: identity too,"
                                + " apply, and then remove both"))
                : List.of();
    }

    private List<Finding> unknown(NodeSpec node, StoredEncryption stored) {
        List<Finding> findings = new ArrayList<>();
        stored.keys().stream()
                .filter(name -> keys.named(name).isEmpty())
                .forEach(name -> findings.add(error(
                        node.name(),
                        "its API server encrypts with " + name + ", which the inventory does not have",
                        "objects that are stored with it could not be read any more",
                        "restore the inventory's credentials directory from a backup, with " + keys.file(name))));
        return findings;
    }
}
