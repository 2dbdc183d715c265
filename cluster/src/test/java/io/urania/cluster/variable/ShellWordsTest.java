package io.urania.cluster.variable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShellWordsTest {
    @Test
    void splitsAsAShellDoes() {
        assertThat(ShellWords.split("-o ProxyCommand='ssh -W %h:%p gate'  -J \"a b\"\\ c ''"))
                .isEqualTo(Optional.of(List.of("-o", "ProxyCommand=ssh -W %h:%p gate", "-J", "a b c", "")));
        assertThat(ShellWords.split("  ")).isEqualTo(Optional.of(List.of()));
    }

    @Test
    void anOpenQuoteIsNoLine() {
        assertThat(ShellWords.split("-o 'ProxyCommand")).isEmpty();
    }
}
