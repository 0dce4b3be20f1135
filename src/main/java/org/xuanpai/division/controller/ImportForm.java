package org.xuanpai.division.controller;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The published list as it is handed in. */
class ImportForm {

    @NotNull(message = "{division.upload.asOf.missing}")
    private @Nullable LocalDate asOf;

    private List<@Nullable MultipartFile> files = new ArrayList<>();

    public @Nullable LocalDate getAsOf() {
        return asOf;
    }

    public void setAsOf(@Nullable LocalDate asOf) {
        this.asOf = asOf;
    }

    public List<@Nullable MultipartFile> getFiles() {
        return files;
    }

    public void setFiles(List<@Nullable MultipartFile> files) {
        this.files = files;
    }
}
