/** What is fast is shown beside something measured in the same run; not part of {@code mvn verify}. */
@NullMarked
package org.xuanpai.benchmark;

import org.jspecify.annotations.NullMarked;
