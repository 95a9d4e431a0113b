/** What a person may do with every case at any time: report a deviation from the procedure, and cancel it with a reason. */
package id.alur.cases;
