/** The read side: cases and their steps as auditors and managers see them in Cockpit, under each person's own rights. */
package id.alur.oversight;
