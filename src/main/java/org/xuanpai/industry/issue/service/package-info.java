/** Use cases of issued figures. */
@NullMarked
package org.xuanpai.industry.issue.service;

import org.jspecify.annotations.NullMarked;
