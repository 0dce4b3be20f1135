package org.xuanpai.posting.people.controller;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.people.Sex;
import org.xuanpai.posting.people.service.PersonInput;
import org.xuanpai.posting.people.service.PersonView;
import org.xuanpai.shared.PlainText;

/** What an organizer types of a person. */
class PersonDetailsForm {

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_PINYIN = 400;
    private static final int LONGEST_USERNAME = 32;

    @NotBlank(message = "{posting.people.name.missing}")
    @PlainText(max = LONGEST_NAME, singleLine = true)
    private String name = "";

    @PlainText(max = LONGEST_PINYIN, singleLine = true)
    private String pinyin = "";

    @NotNull(message = "{posting.people.sex.missing}")
    private @Nullable Sex sex;

    @NotNull(message = "{posting.people.birthMonth.missing}")
    private @Nullable YearMonth birthMonth;

    @NotBlank(message = "{posting.people.education.missing}")
    @PlainText(max = LONGEST_NAME, singleLine = true)
    private String education = "";

    @PlainText(max = LONGEST_USERNAME, singleLine = true)
    private String username = "";

    /** The version that was seen; 0 for somebody new. */
    private long version;

    static PersonDetailsForm of(PersonView person) {
        PersonDetailsForm form = new PersonDetailsForm();
        form.name = person.name();
        form.pinyin = person.pinyin();
        form.sex = person.sex();
        form.birthMonth = person.birthMonth();
        form.education = person.education();
        form.username = Objects.requireNonNullElse(person.username(), "");
        form.version = person.version();
        return form;
    }

    PersonInput toInput() {
        return new PersonInput(
                name, pinyin, Objects.requireNonNull(sex), Objects.requireNonNull(birthMonth), education, username);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name.strip();
    }

    public String getPinyin() {
        return pinyin;
    }

    public void setPinyin(String pinyin) {
        this.pinyin = pinyin.strip();
    }

    public @Nullable Sex getSex() {
        return sex;
    }

    public void setSex(@Nullable Sex sex) {
        this.sex = sex;
    }

    public @Nullable YearMonth getBirthMonth() {
        return birthMonth;
    }

    public void setBirthMonth(@Nullable YearMonth birthMonth) {
        this.birthMonth = birthMonth;
    }

    public String getEducation() {
        return education;
    }

    public void setEducation(String education) {
        this.education = education.strip();
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username.strip();
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }
}
