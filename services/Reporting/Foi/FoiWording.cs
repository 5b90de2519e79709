using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Foi;

/// <summary>The office's own words for the fixed sentences of its letters. Letters that were sent keep the words that they had.</summary>
internal sealed partial class FoiWording : Aggregate
{
    /// <summary>An office has one.</summary>
    public static readonly Guid Only = Guid.Parse("0199a6c2-51d5-7cde-8a5c-6d2f5b1f0a01");

    private FoiWording() { }

    /// <summary>The sentences that it has changed, by key.</summary>
    public IReadOnlyDictionary<string, string> Sentences { get; private set; } = new Dictionary<string, string>();

    public static FoiWording Begin() => new() { Id = Only };

    /// <summary>Changes the sentences that are given; one that is given in its usual words is no longer changed.</summary>
    public Result Change(IReadOnlyDictionary<string, string?> typed, Person by, DateTimeOffset at)
    {
        var problems = new List<Problem>();
        var changed = Sentences.ToDictionary(s => s.Key, s => s.Value);
        foreach (var (key, text) in typed.Select(t => (t.Key, TypedText.Tidy(t.Value))))
        {
            if (FoiSentences.All.FirstOrDefault(s => s.Key == key) is not { } sentence)
                problems.Add(new($"Sentences[{key}]", $"There is no sentence “{key}”"));
            else
            {
                problems.AddRange(Problems(sentence, text).Select(p => new Problem($"Sentences[{key}]", p)));
                if (text == sentence.Usual)
                    changed.Remove(key);
                else
                    changed[key] = text;
            }
        }
        if (problems.Count > 0)
            return Result.Of(problems);
        if (changed.Count == Sentences.Count && changed.All(c => Sentences.GetValueOrDefault(c.Key) == c.Value))
            return Result.Done;
        Sentences = changed;
        Raise(v => new FoiWordingChanged(Id, v, at, by, new([.. Sentences.Select(s => new FoiSentenceWords(s.Key, s.Value))])));
        return Result.Done;
    }

    private static IEnumerable<string> Problems(FoiSentence sentence, string text)
    {
        if (text.Length == 0 && !sentence.MayBeLeftOut)
            yield return $"Enter “{sentence.Name}”: letters need it";
        if (text.Length > FoiSentences.Longest)
            yield return $"“{sentence.Name}” must be {FoiSentences.Longest:N0} characters or fewer";
        if (text.Length == 0)
            yield break;
        foreach (var missing in sentence.Needed.Where(n => !text.Contains("{{" + n + "}}", StringComparison.Ordinal)))
            yield return $"“{sentence.Name}” must have {{{{{missing}}}}} in it";
        if (sentence.Key == FoiSentences.Review && !text.Contains("Information Commissioner", StringComparison.OrdinalIgnoreCase))
            yield return $"“{sentence.Name}” must name the Information Commissioner (section 17(7) of the Act)";
        foreach (var unknown in Braces().Matches(text).Select(m => m.Value).Distinct())
            if (!sentence.Needed.Concat(sentence.Offered).Contains(unknown[2..^2]))
                yield return $"“{sentence.Name}” cannot have {unknown} in it: nothing would be filled in there";
    }

    [GeneratedRegex(@"\{\{[^{}]*\}\}")]
    private static partial Regex Braces();
}

/// <summary>Reads the office's sentences.</summary>
internal sealed class FoiWordings(ReportingContext db)
{
    private FoiSentences? read;

    public async Task<FoiSentences> ReadAsync(CancellationToken cancellationToken) =>
        read ??= new(
            await db.FoiWordings.AsNoTracking().Select(w => w.Sentences).SingleOrDefaultAsync(cancellationToken)
                ?? new Dictionary<string, string>()
        );
}

/// <summary>Changes the office's sentences.</summary>
internal sealed class ChangeFoiWording(ReportingContext db, Caller caller)
{
    public async Task<Result> RunAsync(int readVersion, IReadOnlyDictionary<string, string?> typed, CancellationToken cancellationToken)
    {
        var wording = await db.FoiWordings.SingleOrDefaultAsync(cancellationToken);
        if ((wording?.Version ?? 0) != readVersion)
            return Result.Stale;
        if (wording is null)
            db.Add(wording = FoiWording.Begin());
        var result = wording.Change(typed, caller.Person, caller.At);
        if (!result.IsDone || wording.Version == 0)
            return result;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return result;
        }
        catch (DbUpdateException)
        {
            return Result.Stale;
        }
    }
}
