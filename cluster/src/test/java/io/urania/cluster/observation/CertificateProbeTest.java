package io.urania.cluster.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.HostShells;
import io.urania.cluster.pki.Certificates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CertificateProbeTest {
    static final List<String> SHELLS = HostShells.PRESENT;

    @TempDir
    Path directory;

    @ParameterizedTest
    @FieldSource("SHELLS")
    void aKubeletsCertificateLeavesItsHostWithoutTheKeyBehindIt(String shell) throws Exception {
        Path file = directory.resolve("kubelet client.pem");
        Files.writeString(file, Certificates.fileOf("system:node:erato"));

        String output = script(shell, file.toString());

        assertThat(output).contains("BEGIN CERTIFICATE").doesNotContain("PRIVATE KEY");
        assertThat(nameIn(parse(output, file))).contains("erato");
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void aKubeconfigsCertificateLeavesItsHostWithoutItsKey(String shell) throws Exception {
        Path file = directory.resolve("admin.conf");
        String pem = Certificates.fileOf("system:node:erato");
        int key = pem.indexOf("-----BEGIN EC PRIVATE KEY");
        Files.writeString(file, """
            clusters:
            - cluster:
                certificate-authority-data: QUFB
            users:
            - name: kubernetes-admin
              user:
                client-certificate-data: %s
                client-key-data: c2VjcmV0
            """.formatted(encoded(pem.substring(0, key))));

        String output = script(shell, file.toString());

        assertThat(output).doesNotContain("c2VjcmV0", "QUFB");
        assertThat(nameIn(parse(output, file))).contains("erato");
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void filesWithoutCertificatesAreToldApart(String shell) throws Exception {
        Path nothing = directory.resolve("nothing");
        Path empty = Files.createFile(directory.resolve("empty"));
        Path folder = Files.createDirectory(directory.resolve("folder"));
        Path torn = directory.resolve("torn");
        Files.writeString(torn, "-----BEGIN CERTIFICATE-----\nMIIB");

        String output = script(shell, nothing.toString(), empty.toString(), folder.toString(), torn.toString());

        assertThat(parse(output, nothing)).isEqualTo(new CertificateFact.Absent());
        assertThat(parse(output, empty)).isEqualTo(new CertificateFact.Absent());
        assertThat(parse(output, folder)).isInstanceOf(CertificateFact.Unreadable.class);
        assertThat(parse(output, torn)).isInstanceOf(CertificateFact.Unreadable.class);
    }

    @Test
    void aScriptThatWasCutOffTellsNothingOfTheLastFile() {
        Path file = directory.resolve("ca.crt");

        assertThat(CertificateProbe.at(file.toString()).probe().parse("@ " + file + "\n", new TreeSet<>()))
                .isEmpty();
    }

    private static Optional<String> nameIn(CertificateFact fact) {
        return fact.present().flatMap(KubeletIdentity::nodeName);
    }

    private static String encoded(String pem) {
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
    }

    private static String script(String shell, String... paths) throws Exception {
        SortedSet<String> subjects = new TreeSet<>(List.of(paths));
        return HostShells.run(shell, CertificateProbe.at("").probe().script(subjects));
    }

    private static CertificateFact parse(String output, Path file) {
        Map<String, CertificateFact> facts =
                CertificateProbe.at("").probe().parse(output, new TreeSet<>(List.of(file.toString())));
        assertThat(facts).containsOnlyKeys(file.toString());
        return facts.getOrDefault(file.toString(), new CertificateFact.Absent());
    }
}
