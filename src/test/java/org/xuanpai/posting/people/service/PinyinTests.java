package org.xuanpai.posting.people.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How names read, and what is taken for pinyin. */
class PinyinTests {

    @ParameterizedTest
    @CsvSource({
        "王小明, wang xiao ming",
        "吕绿, lv lv",
        "单雄信, shan xiong xin",
        "欧阳修, ou yang xiu",
        "买买提·吐尔逊, mai mai ti tu er xun",
        "赵 A, zhao a",
        "王喆, wang zhe",
        "李翀, li chong",
        "张垚, zhang yao",
        "陈䶮, chen yan",
        "王\uD883\uDEDE, wang biang",
    })
    void aNameReadsAsOne(String name, String pinyin) {
        assertThat(Pinyin.of(name)).contains(pinyin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"李\uE000", "☃", "12"})
    void aCharacterWithoutKnownReadingLeavesTheNameUnread(String name) {
        assertThat(Pinyin.of(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Shàn Xióngxìn, shan xiongxin",
        "'  SHAN   xiong xin ', shan xiong xin",
        "lǚ bù wéi, lv bu wei",
        "LÜ Bu, lv bu",
        "xi'an, xi an",
        "wu-er, wu er"
    })
    void whatIsTypedIsTakenWithoutTonesAndInSmallLetters(String typed, String pinyin) {
        assertThat(Pinyin.typed(typed)).contains(pinyin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "单", "shan1", "shan 雄", "%", "ма"})
    void whatIsNoPinyinIsNotTaken(String typed) {
        assertThat(Pinyin.typed(typed)).isEmpty();
    }

    @Test
    void whatIsSoughtHasNoSpaces() {
        assertThat(Pinyin.sought("Shan Xiong")).isEqualTo("shanxiong");
        assertThat(Pinyin.sought("单")).isEmpty();
    }
}
