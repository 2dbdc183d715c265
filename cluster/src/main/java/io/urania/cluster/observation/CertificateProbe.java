package io.urania.cluster.observation;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * Certificates in files, also in those that hold a key too: of PEM files only what stands between the lines of a certificate leaves the
 * host, of kubeconfigs only {@code client-certificate-data}. No process is started for it.
 */
public final class CertificateProbe implements Probe<CertificateFact> {

    private static final CertificateProbe PROBE = new CertificateProbe();

    private static final String PATH = "@ ";
    private static final String DATA = "data ";
    private static final String UNREADABLE = "unreadable";

    private CertificateProbe() {}

    /** The question about the first certificate in a file. */
    public static Question<CertificateFact> at(String path) {
        return new Question<>(PROBE, path);
    }

    @Override
    public String name() {
        return "certificates";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
            certificate() {
                inside=
                while IFS= read -r line || [ -n "$line" ]; do
                    case $line in
                    *client-certificate-data:*) echo "data ${line##* }" ;;
                    '-----BEGIN CERTIFICATE-----') inside=yes ;;
                    esac
                    if [ -n "$inside" ]; then printf '%%s\\n' "$line"; fi
                    case $line in '-----END CERTIFICATE-----') return 0 ;; esac
                done
            }
            for path in %s; do
                echo "@ $path"
                if [ -f "$path" ] && [ -r "$path" ]; then
                    certificate <"$path"
                elif [ -e "$path" ]; then
                    echo unreadable
                fi
            done
            echo end
            """.formatted(Shell.words(List.copyOf(subjects)));
    }

    @Override
    public Map<String, CertificateFact> parse(String output, SortedSet<String> subjects) {
        Map<String, CertificateFact> facts = new HashMap<>();
        String path = "";
        StringBuilder lines = new StringBuilder();
        for (String line : output.lines().toList()) {
            if (line.startsWith(PATH) || line.equals("end")) {
                if (!path.isEmpty()) {
                    facts.put(path, fact(lines.toString()));
                }
                path = line.startsWith(PATH) ? line.substring(PATH.length()) : "";
                lines.setLength(0);
            } else {
                lines.append(line).append('\n');
            }
        }
        facts.keySet().retainAll(subjects);
        return facts;
    }

    private static CertificateFact fact(String lines) {
        if (lines.isEmpty()) {
            return new CertificateFact.Absent();
        }
        if (lines.startsWith(UNREADABLE)) {
            return new CertificateFact.Unreadable("the file cannot be read");
        }
        try {
            byte[] encoded = lines.startsWith(DATA)
                    ? Base64.getDecoder()
                            .decode(lines.lines().findFirst().orElseThrow().substring(DATA.length()))
                    : lines.getBytes(StandardCharsets.US_ASCII);
            return new CertificateFact.Present((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded)));
        } catch (CertificateException | IllegalArgumentException e) {
            return new CertificateFact.Unreadable("it does not contain a certificate: " + e.getMessage());
        }
    }
}
