using System.Text.Json;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>The contracts by the name that the event log keeps.</summary>
public static class EventTypes
{
    private static readonly Dictionary<string, Type> ByName = typeof(IEvent)
        .Assembly.GetExportedTypes()
        .Where(t => t.IsAssignableTo(typeof(IEvent)) && t is { IsClass: true, IsAbstract: false })
        .ToDictionary(t => t.Name);

    /// <summary>Every contract.</summary>
    public static IReadOnlyCollection<Type> All => ByName.Values;

    /// <summary>The types that contracts derive from.</summary>
    internal static IEnumerable<Type> Shared =>
        All.Select(t => t.BaseType!).Where(t => t != typeof(object)).Distinct().Append(typeof(IEvent));

    /// <summary>Reads an event from JSON of today's contracts; for an older row, see <see cref="Upcaster"/>.</summary>
    /// <exception cref="JsonException">No contract has that name, or the JSON does not fit it.</exception>
    public static IEvent Read(string type, string json) =>
        ByName.TryGetValue(type, out var known)
            ? (IEvent)JsonSerializer.Deserialize(json, known, Doors.Json)!
            : throw new JsonException($"There is no contract {type}.");
}
