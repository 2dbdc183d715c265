package io.urania.engine.transport.openssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.transport.openssh.SshOptionRule.Treatment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the words that an inventory has for ssh. */
final class SshOptionRuleTest {

    /** Who reads the page knows what an inventory may tell ssh. */
    @Test
    void thePageAboutInventoriesNamesAllThatArePassedOn() throws IOException {
        String page = Files.readString(Path.of("../docs/inventory.md"));
        int begin = page.indexOf("These names are passed on");
        List<String> named = Pattern.compile("`(\\w{3,})`")
                .matcher(page.substring(begin, page.indexOf(".\n", begin)))
                .results()
                .map(name -> name.group(1))
                .toList();

        assertThat(named).isEqualTo(SshOptionRule.namesPassed());
        assertThat(named)
                .allSatisfy(name -> assertThat(SshOptionRule.of(
                                        SshOption.parse(List.of("-o", name + (name.equals("Port") ? "=22" : "=gate")))
                                                .getFirst())
                                .treatment())
                        .isEqualTo(Treatment.PASSED));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '§',
            value = {
                "-o StrictHostKeyChecking=no → HOST_KEYS",
                "-oSTRICThostkeyCHECKING\\tno → HOST_KEYS",
                "-o StrictHostKeyChecking=yes → OURS",
                "-o VerifyHostKeyDNS=yes → HOST_KEYS",
                "-o NoHostAuthenticationForLocalhost=yes → HOST_KEYS",
                "-o RevokedHostKeys=none → HOST_KEYS",
                "-o GSSAPIKeyExchange=yes → HOST_KEYS",
                "-o HostKeyAlias=* → REFUSED",
                "-o HostKeyAlias=a,b → REFUSED",
                "-o HostKeyAlias=|1|a|b → REFUSED",
                "-o HostKeyAlias=@cert-authority → REFUSED",
                "-o HostKeyAlias=[gate]:2222 → PASSED",
                "-S /tmp/master → OURS",
                "-M → OURS",
                "-q → OURS",
                "-o LogLevel=QUIET → OURS",
                "-o loglevel=fatal → OURS",
                "-t → OURS",
                "-J gate → PASSED",
                "-J me@gate:22,ssh://you@[fe80::1%eth0]:22 → PASSED",
                "-J gate;id → REFUSED",
                "-o ProxyJump=$(id)@gate → REFUSED",
                "-J ?*x → REFUSED",
                "-J [a-z]x → REFUSED",
                "-J *@gate → REFUSED",
                "-J me@gate?:22 → REFUSED",
                "-J ~root → REFUSED",
                "-J gate#x → REFUSED",
                "-J !x → REFUSED",
                "-o ProxyJump=none → PASSED",
                "-o HostName=x* → REFUSED",
                "-o HostName=[fe80::1] → PASSED",
                "-o HostName=[gate] → REFUSED",
                "-l p* → REFUSED",
                "-l example.com\\\\me → PASSED",
                "-o HostName=%h.example.com → PASSED",
                "-o HostName=-oProxyCommand=id → REFUSED",
                "-l $(id) → REFUSED",
                "-o \\\"GlobalKnownHostsFile\\\"\\tx → REFUSED",
                "-o Include=/tmp/evil → REFUSED",
                "-o Match=all → REFUSED",
                "-o IgnoreUnknown=* → REFUSED",
                "-o Port → REFUSED",
                "-o Port=2222 → PASSED",
                "-p ２２ → REFUSED",
                "-p ssh* → REFUSED",
                "-p → REFUSED",
                "-E /root/.bashrc → REFUSED",
                "-G → REFUSED",
                "-g → REFUSED",
                "-w 0 → REFUSED",
                "evil.example.com → REFUSED",
                "-- → REFUSED",
                "-o ProxyCommand=nc %h %p → ASKED",
                "-o ProxyCommand=none → PASSED",
                "-F /tmp/config → ASKED",
                "-o ProxyCommand=None → PASSED",
                "-o ProxyCommand=no → ASKED",
                "-o ProxyCommand=false → ASKED",
                "-o ProxyCommand=/dev/null → ASKED",
                "-F none → PASSED",
                "-F NONE → PASSED",
                "-F /dev/null → PASSED",
                "-F /DEV/NULL → ASKED",
                "-F no → ASKED",
                "-F NO → ASKED",
                "-F false → ASKED",
                "-Fno → ASKED",
                "-I /tmp/evil.so → ASKED",
                "-I no → ASKED",
                "-I none → PASSED",
                "-o SecurityKeyProvider=false → ASKED",
                "-o PKCS11Provider=/dev/null → ASKED",
                "-A → ASKED",
                "-a → PASSED",
                "-o ForwardAgent=No → PASSED",
                "-o ForwardAgent=none → ASKED",
                "-o ForwardAgent=/dev/null → ASKED",
                "-L no → ASKED",
                "-o XAuthLocation=no → LEFT_OUT",
                "-R 3128:proxy:3128 → ASKED",
                "-X → LEFT_OUT",
                "-o SendEnv=* → LEFT_OUT",
                "-o LocalCommand=id → LEFT_OUT",
                "-4 → PASSED",
                "-o IdentitiesOnly=yes → PASSED"
            })
    void everyOptionIsTreatedByItsKeyword(String words, Treatment treatment) {
        List<String> command =
                List.of(words.replace("\\t", "\t").replace("\\\"", "\"").split(" ", 2));

        assertThat(SshOption.parse(command))
                .singleElement()
                .satisfies(option ->
                        assertThat(SshOptionRule.of(option).treatment()).isEqualTo(treatment));
    }

    @Test
    void valuesWithControlCharactersAreRefused() {
        assertThat(SshOption.parse(List.of("-o", "User=pi\nProxyCommand=id")))
                .singleElement()
                .satisfies(option ->
                        assertThat(SshOptionRule.of(option).treatment()).isEqualTo(Treatment.REFUSED));
    }

    @Test
    void flagsAreTakenApartAsGetoptDoes() {
        List<SshOption> options = SshOption.parse(
                List.of("-4Co", "GlobalKnownHostsFile=/tmp/x", "-vp2222", "-oUser = pi", "-S", "-i", "-J", "gate"));

        assertThat(options)
                .extracting(SshOption::keyword)
                .containsExactly(
                        "addressfamily",
                        "compression",
                        "globalknownhostsfile",
                        "loglevel",
                        "port",
                        "user",
                        "controlpath",
                        "proxyjump");
        assertThat(options.get(2).shown()).isEqualTo("-o GlobalKnownHostsFile");
        assertThat(SshOptionRule.passed(options))
                .containsExactly("-4", "-C", "-p", "2222", "-o", "User=pi", "-J", "gate");
    }

    @Test
    void everyFlagOfSshIsKnown() throws Exception {
        // ssh's own list: "usage: ssh [-46AaCfGgKkMNnqsTtVvXxYy] [-B bind_interface] …"
        Process usage = new ProcessBuilder("ssh").redirectErrorStream(true).start();
        String text = new String(usage.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> withValue = new ArrayList<>();
        Matcher flag = Pattern.compile("\\[-([A-Za-z]) ").matcher(text);
        while (flag.find()) {
            withValue.add(flag.group(1));
        }
        usage.waitFor();

        assertThat(withValue)
                .contains("o", "S", "J")
                .allSatisfy(letter -> assertThat(SshOption.parse(List.of("-" + letter, "value")))
                        .as(letter)
                        .hasSize(1));
    }
}
