using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Persistence;

namespace Platform.ServiceDefaults.Keeping;

/// <summary>Who asks what is held about them.</summary>
/// <param name="Address">Their e-mail address.</param>
/// <param name="UserIds">The accounts that have that address, or had it.</param>
public sealed record Subject(string Address, IReadOnlyList<Guid> UserIds)
{
    /// <summary>Whether a text has the address, and not another's that only begins or ends as it does.</summary>
    // A full stop after it ends a sentence, unless a name goes on behind it.
    public bool IsIn(string text) =>
        Regex.IsMatch(
            text,
            $@"(?<![\w.%+-]){Regex.Escape(Address)}(?![\w-]|\.+\w)",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );
}

/// <summary>Something that is held about somebody.</summary>
/// <param name="Kind">Of <see cref="DataKinds"/>.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Facts">What it says, each by what it is.</param>
public sealed record HeldData(string Kind, string Title, IReadOnlyList<HeldFact> Facts);

/// <summary>What something says.</summary>
/// <param name="Name">What it is: "Email address".</param>
/// <param name="Value">What it says.</param>
public sealed record HeldFact(string Name, string Value);

/// <summary>What a service holds about people in tables of its own.</summary>
public interface IHoldsPeople
{
    /// <summary>All that it holds about somebody.</summary>
    Task<IReadOnlyList<HeldData>> FindAsync(Subject subject, CancellationToken cancellationToken);
}

/// <summary>Finds all that this program holds about somebody: in its own tables, its log, and messages that failed.</summary>
public sealed class FindSubject(DbContext db, IEnumerable<IHoldsPeople> tables)
{
    /// <summary>What it holds.</summary>
    public async Task<IReadOnlyList<HeldData>> RunAsync(Subject subject, CancellationToken cancellationToken)
    {
        var held = new List<HeldData>();
        foreach (var table in tables)
            held.AddRange(await table.FindAsync(subject, cancellationToken));
        held.AddRange(await EventsAsync(subject, cancellationToken));
        return held;
    }

    // What they did is said by its name, what is written about them in full.
    private async Task<List<HeldData>> EventsAsync(Subject subject, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            """
            select occurred_at, type, aggregate, actor = any($1), personal::text, is_named
            from event_log, lateral (select actor = any($1) or aggregate = any($1)
                or exists (select from unnest($1) u where json::text like '%' || u || '%') is_named) by_account
            where is_named or personal::text ilike $2 order by position
            """,
            (NpgsqlConnection)db.Database.GetDbConnection()
        )
        {
            Parameters =
            {
                new() { Value = subject.UserIds.ToArray() },
                new() { Value = LikePattern.Containing(JsonEncodedText.Encode(subject.Address).ToString()) },
            },
        };
        var held = new List<HeldData>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var isOwn = rows.GetBoolean(3);
            var texts = rows.IsDBNull(4) ? null : Commitments.Texts(rows.GetString(4));
            if (!rows.GetBoolean(5) && !texts!.Values.Any(subject.IsIn))
                continue;
            List<HeldFact> facts =
            [
                new("When", London.Moment(rows.GetFieldValue<DateTimeOffset>(0))),
                new("What", rows.GetString(1)),
                new("Of", rows.GetGuid(2).ToString()),
            ];
            if (texts is not null)
                facts.AddRange(texts.Select(t => new HeldFact(t.Key, t.Value)));
            held.Add(new(DataKinds.Records, isOwn ? "Something they did" : "Something about them", facts));
        }
        return held;
    }
}

/// <summary>The door by which the gateway asks a service. No route leads to it from outside.</summary>
public static class SubjectDoor
{
    /// <summary>Its address.</summary>
    public const string Path = "/subject-access";

    internal static void MapSubjectAccess(this WebApplication app)
    {
        // Without a database there is nothing to ask for.
        if (!app.Services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(FindSubject)))
            return;
        app.MapPost(
                Path,
                async (Subject subject, FindSubject find, CancellationToken cancellationToken) =>
                    Results.Ok(await find.RunAsync(subject, cancellationToken))
            )
            .May(LinkedActs.AnswerSubject)
            .Noted(AccessKind.Exported)
            .ExcludeFromDescription();
    }
}
