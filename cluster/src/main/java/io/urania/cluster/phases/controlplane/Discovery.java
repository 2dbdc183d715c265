package io.urania.cluster.phases.controlplane;

import io.urania.cluster.phase.BootstrapToken;
import io.urania.cluster.spec.ApiEndpoint;
import io.urania.engine.transport.UnreadableAnswerException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The kubeconfig with which a joining node finds the cluster: it pins the cluster's authority, so that nothing is taken on
 * trust, and needs no signature to be waited for (kubeadm join, "File or HTTPS-based discovery"). With the bootstrap token it asks as
 * somebody: of requests without credentials, which an API server may refuse, kubeadm waits for an answer without end
 * ({@code cmd/kubeadm/app/discovery/file/file.go}, "ValidateConfigInfo").
 */
final class Discovery {

    private Discovery() {}

    /**
     * The kubeconfig's text.
     *
     * @param authority the cluster's certificate authority, PEM
     * @param token what the node asks with
     */
    static String kubeconfig(ApiEndpoint endpoint, String authority, BootstrapToken token) {
        String data = Base64.getEncoder().encodeToString(authority.getBytes(StandardCharsets.US_ASCII));
        return """
                apiVersion: v1
                kind: Config
                clusters:
                - name: kubernetes
                  cluster:
                    server: %s
                    certificate-authority-data: %s
                users:
                - name: joining-node
                  user:
                    token: %s
                contexts:
                - name: join
                  context:
                    cluster: kubernetes
                    user: joining-node
                current-context: join
                """.formatted(endpoint.url(), data, token.reveal());
    }

    /**
     * The first certificate in what kubeadm init printed, and the commands after it.
     *
     * @throws UnreadableAnswerException if there is none
     */
    static String authorityIn(String output) {
        String begin = "-----BEGIN CERTIFICATE-----";
        String end = "-----END CERTIFICATE-----";
        int from = output.indexOf(begin);
        int to = output.indexOf(end, Math.max(from, 0));
        if (from < 0 || to < 0) {
            throw new UnreadableAnswerException("kubeadm init did not print the cluster's certificate authority");
        }
        return output.substring(from, to + end.length()) + "\n";
    }
}
