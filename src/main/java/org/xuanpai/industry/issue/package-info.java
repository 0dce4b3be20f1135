/** Figures that the county issues: the sheets of statistics, tax and power, and what townships object to them. */
@NullMarked
package org.xuanpai.industry.issue;

import org.jspecify.annotations.NullMarked;
