/** The report of a study: sections of text, tables and pictures, written as HTML, CSV and PNG. */
package org.undertone.model.study.report;
