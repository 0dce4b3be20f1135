/** Pages of the land and the console command that brings the published list in. */
@NullMarked
package org.xuanpai.division.controller;

import org.jspecify.annotations.NullMarked;
