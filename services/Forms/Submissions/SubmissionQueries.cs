using Microsoft.EntityFrameworkCore;

namespace Platform.Forms.Submissions;

/// <summary>What is asked of submissions.</summary>
public static class SubmissionQueries
{
    /// <summary>A form's submissions, the first one first.</summary>
    public static IOrderedQueryable<Submission> SubmissionsOf(this DbContext db, Form form) =>
        db.Set<Submission>().AsNoTracking().Where(s => s.FormId == form.Id).OrderBy(s => s.At);

    /// <summary>A form's first, second, … submission; null where there is none.</summary>
    public static async Task<Submission?> SubmissionAsync(this DbContext db, Form form, int number, CancellationToken cancellationToken) =>
        number < 1 ? null : await db.SubmissionsOf(form).Skip(number - 1).FirstOrDefaultAsync(cancellationToken);
}
