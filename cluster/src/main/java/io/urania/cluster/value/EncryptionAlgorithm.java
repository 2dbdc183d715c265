package io.urania.cluster.value;

/** A provider of encryption at rest, as Kubernetes names it. */
public enum EncryptionAlgorithm implements Keyword {
    SECRETBOX("secretbox"),
    AESCBC("aescbc"),
    AESGCM("aesgcm"),
    /** None: objects are stored as they are. */
    IDENTITY("identity");

    private final String word;

    EncryptionAlgorithm(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
