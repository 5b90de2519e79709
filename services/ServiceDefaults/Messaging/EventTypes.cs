using System.Text.Json;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>The contracts by the name that the event log keeps.</summary>
public static class EventTypes
{
    private static readonly Dictionary<string, Type> ByName = typeof(IEvent)
        .Assembly.GetExportedTypes()
        .Where(t => t.IsAssignableTo(typeof(IEvent)) && t.IsClass)
        .ToDictionary(t => t.Name);

    /// <summary>Every contract.</summary>
    public static IReadOnlyCollection<Type> All => ByName.Values;

    /// <summary>An event from its log.</summary>
    /// <exception cref="JsonException">The name is of no contract, or the JSON is not one.</exception>
    public static IEvent Read(string type, string json) =>
        ByName.TryGetValue(type, out var known)
            ? (IEvent)JsonSerializer.Deserialize(json, known, Doors.Json)!
            : throw new JsonException($"There is no contract {type}.");
}
