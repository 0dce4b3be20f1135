package org.xuanpai.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people read stands in the messages, not in the program. */
class LiteralsTests {

    private static final Path PROGRAM = Path.of("src", "main", "java");

    /** Comments first, so that what they quote does not count. */
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)(?<=^|\\s)//.*$");

    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}，。：；（）？！、]");

    /** Words of a file format, which are data. */
    private static final Set<String> WORDS_OF_A_FORMAT =
            Set.of("CalendarFile.java", "PastedCell.java", "SheetTable.java");

    @Test
    void noChineseStandsInTheProgram() {
        assertThat(filesWithChinese()).isEmpty();
    }

    @Test
    void chineseIsFoundInLiteralsAndNotInComments() {
        assertThat(hasChinese("String text = \"月报\"; // month")).isTrue();
        assertThat(hasChinese("/** 月报 */ String text = \"month\"; // 月报")).isFalse();
        assertThat(hasChinese("String url = \"http://x\" + \"月报\";")).isTrue();
    }

    private static List<String> filesWithChinese() {
        return Bundles.files(PROGRAM, ".java").stream()
                .filter(file -> !isData(file.getFileName().toString()))
                .filter(file -> hasChinese(Bundles.text(file)))
                .map(file -> PROGRAM.relativize(file).toString())
                .toList();
    }

    /** The demo county's invented names are data as well. */
    private static boolean isData(String file) {
        return file.startsWith("Demo") || file.endsWith("DemoData.java") || WORDS_OF_A_FORMAT.contains(file);
    }

    private static boolean hasChinese(String source) {
        return CHINESE.matcher(COMMENT.matcher(source).replaceAll("")).find();
    }
}
