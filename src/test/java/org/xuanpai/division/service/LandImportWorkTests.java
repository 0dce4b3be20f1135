package org.xuanpai.division.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandImportWorkTests {

    @Test
    void filesThatCannotBeRemovedDoNotUndoAnImport(@TempDir Path folder) throws Exception {
        Path list = Files.createDirectory(folder.resolve("list"));
        Files.writeString(list.resolve("list.zip"), "x");

        assertThatCode(() -> LandImportWork.remove(list)).doesNotThrowAnyException();
        assertThat(list).doesNotExist();
        assertThatCode(() -> LandImportWork.remove(list)).doesNotThrowAnyException();
    }
}
