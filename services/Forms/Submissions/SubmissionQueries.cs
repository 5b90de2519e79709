using Microsoft.EntityFrameworkCore;
using Platform.Forms.Attachments;
using Platform.ServiceDefaults.Operations;

namespace Platform.Forms.Submissions;

/// <summary>Queries for submissions.</summary>
public static class SubmissionQueries
{
    /// <summary>A form's submissions, the first one first.</summary>
    public static IOrderedQueryable<Submission> SubmissionsOf(this DbContext db, Form form) =>
        db.Set<Submission>().AsNoTracking().Where(s => s.FormId == form.Id).OrderBy(s => s.At).ThenBy(s => s.Id);

    /// <summary>A form's first, second, … submission; null where there is none.</summary>
    public static async Task<Submission?> SubmissionAsync(this DbContext db, Form form, int number, CancellationToken cancellationToken) =>
        number < 1 ? null : await db.SubmissionsOf(form).Skip(number - 1).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Of forms that are being rewritten, what was last submitted, by the form's id: the office reads it in their place.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Submission>> LastOfRewrittenAsync(
        this DbContext db,
        IEnumerable<Form> forms,
        CancellationToken cancellationToken
    )
    {
        var rewritten = forms.Where(f => f.IsRewritten).Select(f => f.Id).ToList();
        return rewritten.Count == 0
            ? new Dictionary<Guid, Submission>()
            : (await db.Set<Submission>().AsNoTracking().Where(s => rewritten.Contains(s.FormId)).ToListAsync(cancellationToken))
                .GroupBy(s => s.FormId)
                .ToDictionary(g => g.Key, g => g.MaxBy(s => (s.At, s.Id))!);
    }

    /// <summary>Forgets what is personal of what was submitted of some forms.</summary>
    public static Task<int> ForgetAsync(
        this DbSet<Submission> submissions,
        IReadOnlyList<Guid> forms,
        CancellationToken cancellationToken
    ) =>
        submissions
            .Where(s => forms.Contains(s.FormId) && s.Personal != null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Personal, (string?)null), cancellationToken);

    /// <summary>Submits a form with its files, and keeps what was submitted.</summary>
    /// <param name="db">Where it is.</param>
    /// <param name="form">The form, which is saved afterwards.</param>
    /// <param name="rule">Given the files: what was submitted, null where it had been submitted before, or why not.</param>
    /// <param name="at">When the request arrived.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Result> SubmitAsync(
        this DbContext db,
        Form form,
        Func<IReadOnlyList<SubmittedFile>, Result<Submission?>> rule,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var submitted = rule(await db.HandInAsync(form, at, cancellationToken));
        if (submitted.IsDone && submitted.Value is { } made)
            db.Add(made);
        return submitted.Outcome;
    }
}
