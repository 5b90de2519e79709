using System.Text.Json;
using System.Text.Json.Nodes;

namespace Platform.Contracts;

/// <summary>
/// Turns events that were written under earlier contracts into today's. A change of a contract's shape raises <see cref="Schema"/> and
/// says here how a row of the version before is read; rows themselves are never rewritten.
/// </summary>
public static class Upcaster
{
    /// <summary>The version of the contracts that new rows are written under.</summary>
    public const int Schema = 2;

    // Version 1 kept the state under its own name. Version 2 keeps it as "details".
    private static readonly Dictionary<Type, string> FirstNames = new()
    {
        [typeof(AssessmentDetails)] = "assessment",
        [typeof(BidDetails)] = "bid",
        [typeof(BoardPaperDetails)] = "paper",
        [typeof(Contact)] = "contact",
        [typeof(DecisionDetails)] = "record",
        [typeof(ExtensionDetails)] = "extension",
        [typeof(FailedMessageDetails)] = "failure",
        [typeof(FoiDetails)] = "request",
        [typeof(GrantDetails)] = "grant",
        [typeof(LetterDetails)] = "letter",
        [typeof(LogPage)] = "page",
        [typeof(ModerationDetails)] = "moderation",
        [typeof(ProfileDetails)] = "profile",
        [typeof(ProgrammeDetails)] = "programme",
        [typeof(ReplayDetails)] = "replay",
        [typeof(ReturnDetails)] = "return",
        [typeof(RoundDetails)] = "round",
        [typeof(ViewDetails)] = "view",
    };

    /// <summary>An event's JSON as it would be written today.</summary>
    /// <param name="type">The contract's name.</param>
    /// <param name="schema">The version that it was written under.</param>
    /// <param name="json">As it was written.</param>
    /// <exception cref="JsonException">It is not a JSON object.</exception>
    public static string Lift(string type, int schema, string json)
    {
        if (schema >= Schema)
            return json;
        var read = JsonNode.Parse(json) as JsonObject ?? throw new JsonException($"An event is an object, {type} is not.");
        if (StateOf(type) is { } state && FirstNames.TryGetValue(state, out var name) && read.Remove(name, out var details))
            read["details"] = details;
        return read.ToJsonString();
    }

    private static Type? StateOf(string type) =>
        typeof(IEvent).Assembly.GetType($"{typeof(IEvent).Namespace}.{type}")?.BaseType is { IsGenericType: true } withState
            ? withState.GetGenericArguments()[0]
            : null;
}
