package org.xuanpai.account.controller;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.xuanpai.account.service.GrantDuty;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.PlainText;
import org.xuanpai.shared.Role;

/** What the security administrator types to grant a duty. */
class DutyForm {

    @NotBlank(message = "{account.duty.username.missing}")
    @PlainText(max = 32, singleLine = true)
    private String username = "";

    @NotNull(message = "{account.duty.role.missing}")
    private @Nullable Role role;

    @Pattern(regexp = "[0-9]{0,12}", message = "{account.duty.code.invalid}")
    private String unitCode = "";

    @PlainText(max = 40, singleLine = true)
    private String bureauName = "";

    private @Nullable FigureIssuer figures;

    /** What no single field can tell: whether the unit goes with the role. */
    void check(Errors errors) {
        if (role == null) {
            return;
        }
        if (role.isSystem()) {
            errors.rejectValue("role", "account.duty.role.missing");
        } else if (role.level() != Role.Level.INSTALLATION && unitCode.isEmpty()) {
            errors.rejectValue("unitCode", "account.duty.code.missing");
        } else if (role.level() == Role.Level.INSTALLATION && !unitCode.isEmpty()) {
            errors.rejectValue("unitCode", "account.duty.code.superfluous");
        }
        if (figures != null && role != Role.BUREAU) {
            errors.rejectValue("figures", "account.error.figuresForBureausOnly");
        }
    }

    GrantDuty toCommand() {
        return new GrantDuty(username, Objects.requireNonNull(role), unitCode, bureauName, figures);
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username.strip();
    }

    public @Nullable Role getRole() {
        return role;
    }

    public void setRole(@Nullable Role role) {
        this.role = role;
    }

    public String getUnitCode() {
        return unitCode;
    }

    public void setUnitCode(String unitCode) {
        this.unitCode = unitCode.strip();
    }

    public String getBureauName() {
        return bureauName;
    }

    public void setBureauName(String bureauName) {
        this.bureauName = bureauName.strip();
    }

    public @Nullable FigureIssuer getFigures() {
        return figures;
    }

    public void setFigures(@Nullable FigureIssuer figures) {
        this.figures = figures;
    }
}
