package org.xuanpai.progress;

import java.time.Instant;
import java.util.UUID;

/**
 * The latest change of a field.
 *
 * @param field an indicator's code or the name of a {@link TextField}
 * @param by the account
 */
public record Edit(String field, UUID by, String byName, Instant at) {}
