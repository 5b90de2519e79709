using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Forms.Submissions;

/// <summary>
/// Checks that what was submitted has its hash, that its form's events say so too, that none of it is gone, and that a note says what of it
/// was forgotten.
/// </summary>
internal sealed class SubmissionsAudit<TForm>(DbContext db, IForms<TForm> forms) : IAuditCheck
    where TForm : Form
{
    private const int Batch = 50;

    public async IAsyncEnumerable<string> FindAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (List<Submission>? some = null; some is null || some.Count == Batch; )
        {
            var after = some?[^1].Id ?? Guid.Empty;
            some = await db.Set<Submission>()
                .IgnoreQueryFilters()
                .AsNoTracking()
                .Where(s => s.Id > after)
                .OrderBy(s => s.Id)
                .Take(Batch)
                .ToListAsync(cancellationToken);
            foreach (var changed in some.Where(s => !s.IsIntact))
                yield return changed.ChangedWords(await NameAsync(changed.FormId, cancellationToken));
        }
        foreach (var form in await ForgottenAsync(cancellationToken))
            yield return await NameAsync(form, cancellationToken)
                + ": what is personal of what was submitted was forgotten, and no note says so.";
        foreach (var (form, hash, isKept) in await UnpairedAsync(cancellationToken))
            yield return await NameAsync(form, cancellationToken)
                + (isKept ? $": no event says that {hash} was submitted." : $": what was submitted as {hash} is gone.");
    }

    // Hashes that only the events have, or only the submissions.
    private async Task<List<(Guid Form, string Hash, bool IsKept)>> UnpairedAsync(CancellationToken cancellationToken)
    {
        var kind = db.Model.FindEntityType(typeof(Submission))!;
        var key = kind.FindProperty(nameof(Submission.FormId))!.GetColumnName();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = $"""
            with kept as (select {key} as form, hash from {kind.GetTableName()}),
            told as (select distinct aggregate as form, json #>> '{"{details,hash}"}' as hash from event_log
                where aggregate in (select id from {db.Model.FindEntityType(typeof(TForm))!.GetTableName()}))
            select form, hash, told.form is null from kept full join told using (form, hash)
            where (kept.form is null or told.form is null) and hash is not null
            """;
        var unpaired = new List<(Guid, string, bool)>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            unpaired.Add((rows.GetGuid(0), rows.GetString(1), rows.GetBoolean(2)));
        return unpaired;
    }

    private async Task<List<Guid>> ForgottenAsync(CancellationToken cancellationToken)
    {
        var notes = await db.Set<EventLogRow>()
            .AsNoTracking()
            .Where(r => r.Type == nameof(PersonalDataErased))
            .ToListAsync(cancellationToken);
        var noted = notes.SelectMany(r => ((PersonalDataErased)r.Read()).Details.Things).Distinct().ToList();
        return await db.Set<Submission>()
            .IgnoreQueryFilters()
            .Where(s => s.Personal == null && EF.Functions.Like(s.Json, $"%\"{Commitments.Member}\":%") && !noted.Contains(s.FormId))
            .Select(s => s.FormId)
            .Distinct()
            .ToListAsync(cancellationToken);
    }

    private async Task<string> NameAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<TForm>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancellationToken) is { } form
            ? forms.NameOf(form)
            : $"Form {id}";
}
