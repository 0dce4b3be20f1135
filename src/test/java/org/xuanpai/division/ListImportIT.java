package org.xuanpai.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xuanpai.IntegrationTest;
import org.xuanpai.division.service.ListImportService;
import org.xuanpai.division.service.ReorganisationService;
import org.xuanpai.fixture.Given;
import org.xuanpai.platform.CommandFailed;
import org.xuanpai.platform.ConsoleCommand;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Role;

/** The published list, in small: two counties with a township each, in files exactly as they are published. */
@IntegrationTest
class ListImportIT {

    private static final AtomicInteger CITIES = new AtomicInteger(10);

    @Autowired
    private List<ConsoleCommand> commands;

    @Autowired
    private ListImportService imports;

    @Autowired
    private ReorganisationService reorganisations;

    @Autowired
    private Given given;

    @Autowired
    private Database database;

    @TempDir
    private Path folder;

    private String city;
    private String county;
    private String other;

    @BeforeEach
    void aList() throws IOException {
        city = "98" + CITIES.incrementAndGet();
        county = city + "01";
        other = city + "02";
        write("provinces.csv", "code,name", "98,\"示例省\"");
        write("cities.csv", "code,name,provinceCode", city + ",\"示例市\",98");
        write(
                "areas.csv",
                "code,name,cityCode,provinceCode",
                county + ",\"清源县\"," + city + ",98",
                other + ",\"另一县\"," + city + ",98");
        write(
                "streets.csv",
                "code,name,areaCode,provinceCode,cityCode",
                county + "100,\"柳渡镇\"," + county + ",98," + city,
                other + "100,\"云墩镇\"," + other + ",98," + city);
        write(
                "villages.csv",
                "code,name,streetCode,provinceCode,cityCode,areaCode",
                village(county, "201", "河湾村委会"),
                village(county, "202", "\"\"老街\"\"村委会"),
                village(other, "201", "井头村委会"));
    }

    @Test
    void aListIsBroughtInOnceHoweverOftenItIsRun() throws Exception {
        assertThat(run(folder.toString())).contains("areas: 2", "streets: 2", "villages: 3");
        assertThat(units()).isEqualTo(8);
        assertThat(name(county + "100202")).isEqualTo("\"老街\"村委会");
        assertThat(parent(county + "100201")).isEqualTo(county + "100");

        assertThat(run(zip().toString())).contains("villages: 3", "added: 0", "renamed: 0", "unchanged: 9");
        assertThat(units()).isEqualTo(8);
        assertThat(listedAsOf(county)).isEqualTo("2023-06-30");
    }

    @Test
    void oneCountyComesWithWhatIsAboveItAndNothingElse() throws Exception {
        assertThat(run(folder.toString(), "--county=" + county)).contains("areas: 1", "streets: 1", "villages: 2");

        assertThat(units()).isEqualTo(5);
        assertThat(exists(other)).isFalse();
        assertThat(run(folder.toString())).contains("added: 3");
    }

    @Test
    void theListIsDatedAndAnOlderOneChangesNoNames() throws Exception {
        run(folder.toString(), "--as-of=2022-12-31");
        assertThat(listedAsOf(county)).isEqualTo("2022-12-31");
        assertThat(database.owner()
                        .queryForObject("select valid_from::text from division where code = ?", String.class, county))
                .isEqualTo("2022-12-31");

        rename("清源县", "清源区");
        assertThat(run(folder.toString(), "--as-of=2023-06-30")).contains("renamed: 1");
        assertThat(name(county)).isEqualTo("清源区");
        rename("清源区", "旧名县");
        assertThat(run(folder.toString(), "--as-of=2022-06-30")).contains("renamed: 0");
        assertThat(name(county)).isEqualTo("清源区");
        assertThat(listedAsOf(county)).isEqualTo("2023-06-30");
    }

    @Test
    void whatWasChangedHereIsKeptAndWhatTheListLacksStays() throws Exception {
        run(folder.toString());
        renamedByTwo(id(county + "100"), county + "150", "柳渡新镇");
        write("villages.csv", "code,name,streetCode,provinceCode,cityCode,areaCode", village(county, "201", "河湾村委会"));

        assertThat(run(folder.toString(), "--as-of=2024-06-30")).contains("villages: 1", "renamed: 0", "kept-local: 1");

        assertThat(exists(county + "100")).isFalse();
        assertThat(name(county + "150")).isEqualTo("柳渡新镇");
        assertThat(database.owner()
                        .queryForObject(
                                "select count(*) from division where code like ? and valid_to is not null",
                                Integer.class,
                                city + "%"))
                .isZero();
        assertThat(units()).isEqualTo(8);
    }

    private void renamedByTwo(UUID unit, String code, String name) {
        CurrentUser first = given.person(Role.COUNTY_ORGANIZER, id(county)).user();
        CurrentUser second = given.person(Role.COUNTY_ORGANIZER, id(county)).user();
        UUID proposal = ScopeContext.call(
                first,
                () -> reorganisations.propose(first, Reorganise.rename(unit, code, name, LocalDate.of(2024, 1, 1))));
        ScopeContext.run(second, () -> reorganisations.confirm(second, proposal));
    }

    @Test
    void anImportThatFailsLateLeavesNothing() {
        CurrentUser importer = CurrentUser.system(Role.SYSTEM_IMPORTER);
        assertThatThrownBy(() -> ScopeContext.call(
                        importer,
                        () -> imports.importList(importer, folder, null, LocalDate.of(2023, 6, 30), (file, rows) -> {
                            if (file.fileName().equals("villages.csv")) {
                                throw new IllegalStateException("the computer is switched off");
                            }
                        })))
                .hasMessageContaining("switched off");

        assertThat(units()).isZero();
        assertThat(entries()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "streets.csv|code,name|CITY100,x,COUNTY,98,CITY|streets.csv",
                "villages.csv|code,name,streetCode,provinceCode,cityCode,areaCode|abc,x,COUNTY100,98,CITY,COUNTY|abc",
                "villages.csv|code,name,streetCode,provinceCode,cityCode,areaCode|COUNTY999201,x,COUNTY999,98,CITY,COUNTY|COUNTY999",
                "villages.csv|code,name,streetCode,provinceCode,cityCode,areaCode|COUNTY100201,,COUNTY100,98,CITY,COUNTY|villages.csv",
                "villages.csv|code,name,streetCode,provinceCode,cityCode,areaCode|COUNTY100201,x|villages.csv",
                "villages.csv|code,name,streetCode,provinceCode,cityCode,areaCode|COUNTY100201,\"x,COUNTY100,98,CITY,COUNTY|villages.csv",
                "areas.csv|code,name,cityCode,provinceCode|COUNTY,甲县,CITY,98;COUNTY,乙县,CITY,98|COUNTY"
            })
    void aListThatIsNotAsPublishedIsRefusedInOneLineAndChangesNothing(
            String file, String head, String rows, String named) throws Exception {
        write(file, head, filled(rows).split(";"));

        assertThatThrownBy(() -> run(folder.toString()))
                .isInstanceOf(CommandFailed.class)
                .message()
                .contains(filled(named))
                .doesNotContain("\n");
        assertThat(units()).isZero();
        assertThat(entries()).isZero();
    }

    @Test
    void whatIsNoListIsRefusedInOneLine() throws Exception {
        Path text = Files.writeString(folder.resolve("list.zip"), "not a zip");
        Path damaged = Files.write(folder.resolve("damaged.zip"), half(Files.readAllBytes(zip())));
        Files.write(folder.resolve("provinces.csv"), new byte[] {'c', 'o', 'd', 'e', (byte) 0xff, '\n'});

        for (String[] arguments : new String[][] {
            {"/nowhere/at/all"},
            {text.toString()},
            {damaged.toString()},
            {folder.toString()},
            {},
            {folder.toString(), folder.toString()},
            {folder.toString(), "--county=12"},
            {folder.toString(), "--as-of=yesterday"},
            {folder.toString(), "--as-of=2999-01-01"},
            {folder.toString(), "--force"},
            {"\0"}
        }) {
            assertThatThrownBy(() -> run(arguments))
                    .isInstanceOf(CommandFailed.class)
                    .message()
                    .isNotBlank()
                    .doesNotContain("\n");
        }
        assertThat(units()).isZero();
    }

    private List<String> run(String... arguments) throws CommandFailed {
        ConsoleCommand command = commands.stream()
                .filter(candidate -> candidate.name().equals("import-divisions"))
                .findFirst()
                .orElseThrow();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        command.run(List.of(arguments), new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private Path zip() throws IOException {
        Path zip = Files.createTempFile(folder, "list", ".zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream files = new ZipOutputStream(out)) {
            for (String file : List.of("provinces", "cities", "areas", "streets", "villages")) {
                files.putNextEntry(new ZipEntry(file + ".csv"));
                files.write(Files.readAllBytes(folder.resolve(file + ".csv")));
            }
        }
        return zip;
    }

    private static byte[] half(byte[] whole) {
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }

    private String filled(String text) {
        return text.replace("COUNTY", county).replace("CITY", city);
    }

    private String village(String in, String number, String name) {
        return in + "100" + number + ",\"" + name + "\"," + in + "100,98," + city + "," + in;
    }

    private void rename(String before, String after) throws IOException {
        Path file = folder.resolve("areas.csv");
        Files.writeString(file, Files.readString(file).replace(before, after));
    }

    private void write(String file, String head, String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(head));
        lines.addAll(List.of(rows));
        Files.write(folder.resolve(file), lines);
    }

    private int units() {
        return count("select count(*) from division where code like ?", city + "%");
    }

    private int entries() {
        return count(
                "select count(*) from trail_entry where action = 'division.imported' and subject = ?",
                String.valueOf(folder.getFileName()));
    }

    private int count(String question, String argument) {
        return Objects.requireNonNull(database.owner().queryForObject(question, Integer.class, argument));
    }

    private boolean exists(String code) {
        return count("select count(*) from division where code = ?", code) > 0;
    }

    private String name(String code) {
        return text("select name from division where code = ?", code);
    }

    private String parent(String code) {
        return text("select p.code from division d join division p on p.id = d.parent_id where d.code = ?", code);
    }

    private String listedAsOf(String code) {
        return text("select listed_as_of::text from division where code = ?", code);
    }

    private UUID id(String code) {
        return UUID.fromString(text("select id::text from division where code = ?", code));
    }

    private String text(String question, String code) {
        return String.valueOf(database.owner().queryForObject(question, String.class, code));
    }
}
