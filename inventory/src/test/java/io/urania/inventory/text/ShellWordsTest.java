package io.urania.inventory.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTest {
    @Test
    void splitsAsAShellDoes() {
        assertThat(ShellWords.split("-o ProxyCommand='ssh -W %h:%p gate'  -J \"a b\"\\ c ''"))
                .isEqualTo(List.of("-o", "ProxyCommand=ssh -W %h:%p gate", "-J", "a b c", ""));
        assertThat(ShellWords.split("  ")).isEmpty();
    }

    @Test
    void anOpenQuoteIsNoLine() {
        assertThatIllegalArgumentException().isThrownBy(() -> ShellWords.split("-o 'ProxyCommand"));
    }

    @Test
    void aCommentEndsOnlyALineThatMayHaveOne() {
        assertThat(ShellWords.split("a#b # c")).isEqualTo(List.of("a#b", "#", "c"));
        assertThat(ShellWords.splitBeforeComment("a#b # c")).containsExactly(new ShellWords.Word("a", 0));
    }
}
