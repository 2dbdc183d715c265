package io.urania.cluster.phases.etcd;

import io.urania.cluster.pki.EtcdCertificates;
import io.urania.engine.resource.file.TextFile;

/** Files of certificates and keys. What was made just now is told as such, for it is another one in each plan. */
record CertificateFiles(EtcdCertificates certificates) {

    /** A file that anyone on the host may read. */
    TextFile shown(String path, String text) {
        return known(TextFile.of(path, text), text);
    }

    /** A file that nobody is told, and only its owner may read. */
    TextFile secret(String path, String text) {
        return known(TextFile.secret(path, text), text);
    }

    private TextFile known(TextFile file, String text) {
        return certificates.isNew(text) ? file.madeByApply() : file;
    }
}
