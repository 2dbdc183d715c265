package io.urania.cluster.phases.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.Golden;
import io.urania.cluster.HostShells;
import io.urania.cluster.phases.ArticleRack;
import io.urania.engine.fact.Facts;
import io.urania.engine.resource.service.AbsentUnit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

@Timeout(120)
class CertificateRenewalTest {
    static final List<String> SHELLS = HostShells.PRESENT;

    private static final String ON = "auto_renew_certificates: true\n";

    /** As kubeadm 1.36 prints it. */
    private static final String TABLE = """
            CERTIFICATE                EXPIRES                  RESIDUAL TIME   CERTIFICATE AUTHORITY   EXTERNALLY MANAGED
            admin.conf                 Nov 30, 2027 09:12 UTC   364d            ca                      no
            apiserver                  Nov 30, 2027 09:12 UTC   @left@            ca                      no
            controller-manager.conf    Nov 30, 2027 09:12 UTC   9y              ca                      no
            !MISSING! super-admin.conf

            CERTIFICATE AUTHORITY   EXPIRES                  RESIDUAL TIME   EXTERNALLY MANAGED
            ca                      Dec 01, 2026 09:12 UTC   1d              no
            front-proxy-ca          Nov 28, 2036 09:12 UTC   9y              no
            """;

    @TempDir
    Path directory;

    @Test
    void theUnitsHaveTheNamesThatKubesprayGivesThem() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST + ON);

        Golden.verify(getClass(), "k8s-certs-renew.timer", file(rack, "/etc/systemd/system/k8s-certs-renew.timer"));
        Golden.verify(getClass(), "k8s-certs-renew.service", file(rack, "/etc/systemd/system/k8s-certs-renew.service"));
        assertThat(script(rack))
                .contains(
                        "calendar='Mon *-*-1,2,3,4,5,6,7 03:00:00'\n",
                        "own_server=https://10.42.253.40:6443\n",
                        "kubeadm certs renew all")
                .doesNotContainPattern("@[a-z]+@");
    }

    @Test
    void kubeadmsCommandHadAnotherNameUntil119() {
        assertThat(script(ArticleRack.of(directory, ArticleRack.ARTICLES_OWN + ON)))
                .contains("kubeadm alpha certs renew all", "kubeadm alpha certs check-expiration");
    }

    @Test
    void whoDoesNotAskForItHasNoTimer() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);

        assertThat(rack.work("pandore", "no service k8s-certs-renew.timer")).isInstanceOf(AbsentUnit.class);
        assertThat(rack.tasks()).noneMatch(task -> task.id().name().equals("service k8s-certs-renew.timer"));
    }

    /** The run after the next one is in 63 days, and a week and the day that is not over come on top. */
    @ParameterizedTest
    @FieldSource("SHELLS")
    void nothingIsRenewedThatLastsUntilTheRunAfterTheNextOne(String shell) throws Exception {
        plant("72d", 63);

        assertThat(run(shell)).contains("no certificate expires within 71 days: nothing is renewed");
        assertThat(done()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"dash, 71d", "busybox sh, 71d", "dash, 7h", "busybox sh, 7h", "dash, <invalid>", "busybox sh, <invalid>"
    })
    void whatExpiresSoonerIsRenewedAndReadAnew(String shell, String left) throws Exception {
        plant(left, 63);

        assertThat(run(shell))
                .contains("these expire within 71 days: apiserver\n", "certificates are renewed\n")
                .doesNotContain("ended with");
        assertThat(done()).isEqualTo("""
                certs renew all --config=/etc/kubernetes/kubeadm.yaml
                stop --timeout 60 of-^kube-apiserver$
                stop --timeout 60 of-^kube-controller-manager$
                stop --timeout 60 of-^kube-scheduler$
                """);
        assertThat(directory.resolve("unread")).doesNotExist();
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void everythingIsRenewedWhereNobodyKnowsTheNextRunOrReadsTheTable(String shell) throws Exception {
        plant("364d", 63);
        program("systemd-analyze", "echo '    Next elapse: never'");
        assertThat(run(shell)).contains("comes next: certificates are renewed now", "certificates are renewed\n");

        plant("364d", 63);
        program("kubeadm", "echo \"$*\" >>'" + directory + "/done'");
        assertThat(run(shell)).contains("these expire within 71 days: all\n", "certificates are renewed\n");
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void aRunThatDidNotComeToItsEndIsFinishedByTheNextOne(String shell) throws Exception {
        plant("7h", 63);
        program("kubectl", "exit 1");

        assertThat(run(shell))
                .contains("the API server does not answer after its restart")
                .endsWith("ended with 1\n");
        assertThat(directory.resolve("unread")).exists();

        plant("364d", 63);
        assertThat(run(shell)).contains("did not restart what has read them", "nothing is renewed");
        assertThat(done()).contains("kube-apiserver", "kube-scheduler").doesNotContain("renew");
        assertThat(directory.resolve("unread")).doesNotExist();
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void nothingIsRestartedWhereKubeadmFails(String shell) throws Exception {
        plant("7h", 63);
        program("kubeadm", "echo broken; exit 3");

        assertThat(run(shell)).endsWith("ended with 3\n");
        assertThat(done()).isEmpty();
    }

    private String run(String shell) throws Exception {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST + ON);
        String script = script(rack)
                .replace("PATH=/usr/local/bin:", "PATH=" + directory + ":")
                .replace("/run/urania/renewed-certificates", directory + "/unread")
                .replace("sleep 5", ":");
        return HostShells.all(shell, shell + " '" + Files.writeString(directory.resolve("script"), script) + "'");
    }

    /** Programs of a host whose API server's certificate has some time left, and whose last known run is in so many days. */
    private void plant(String left, int days) throws Exception {
        String date = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss 'XYZ'", Locale.ROOT)
                .format(ZonedDateTime.now(ZoneId.systemDefault()).plusDays(days).plusHours(1));
        Files.deleteIfExists(directory.resolve("done"));
        Files.writeString(directory.resolve("table"), TABLE.replace("@left@", left));
        program(
                "kubeadm",
                "case $* in *check-expiration*) cat '%1$s/table' ;; *) echo \"$*\" >>'%1$s/done' ;; esac"
                        .formatted(directory));
        program("kubectl", "exit 0");
        program("crictl", "case $1 in ps) echo \"of-$4\" ;; *) echo \"$*\" >>'%s/done' ;; esac".formatted(directory));
        program(
                "systemd-analyze",
                "printf '%%s\\n' '    Next elapse: Mon 2026-12-07 03:00:00 UTC' '       (in UTC): Sun 2031-12-07 03:00:00 UTC'"
                                .replace("%%", "%")
                        + " '       Iter. #2: " + date + "' '       From now: 9 weeks'");
    }

    private String done() throws Exception {
        Path done = directory.resolve("done");
        return Files.exists(done) ? Files.readString(done) : "";
    }

    private void program(String name, String script) throws Exception {
        Path file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String script(ArticleRack rack) {
        return file(rack, "/usr/local/bin/k8s-certs-renew.sh");
    }

    private static String file(ArticleRack rack, String path) {
        return rack.file("pandore", path, Facts.of("pandore").build());
    }

    @Test
    void membersOfKubeadmReadTheirNewCertificatesFirst() {
        String on = ArticleRack.NEWEST + ON;

        assertThat(script(ArticleRack.of(directory, on + ArticleRack.ETCD_BY_KUBEADM)))
                .contains("    restart etcd\n    restart kube-apiserver\n");
        assertThat(script(ArticleRack.of(directory, on))).doesNotContain("restart etcd", "@etcd@");
    }
}
