/** Pages of issued figures, and their files. */
@NullMarked
package org.xuanpai.industry.issue.controller;

import org.jspecify.annotations.NullMarked;
