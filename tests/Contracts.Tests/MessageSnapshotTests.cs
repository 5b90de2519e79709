using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Messaging;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Contracts.Tests;

/// <summary>
/// Each state that a message carries as JSON, kept beside the tests, and one file of what each message adds to it. What is stored in event
/// logs and waits in queues must be readable for ever: a field may be added; none may be removed or change its shape, unless
/// <see cref="Upcaster"/> reads what was written before. To accept an addition, run the tests with UPDATE_SNAPSHOTS=1.
/// </summary>
public sealed class MessageSnapshotTests
{
    private const string Envelopes = "Envelopes";

    public static TheoryData<string> States => [.. EventTypes.All.Select(StateOf).OfType<Type>().Select(t => t.Name).Distinct().Order()];

    public static TheoryData<string> Messages => [.. EventTypes.All.Select(t => t.Name).Order()];

    [Theory]
    [MemberData(nameof(States))]
    public void State_Json_IsTheSnapshot(string name) =>
        AssertKept(name, Pretty(Fill(EventTypes.All.Select(StateOf).First(t => t?.Name == name)!, name)!));

    [Fact]
    public void Envelopes_Json_AreTheSnapshot() =>
        AssertKept(
            Envelopes,
            new JsonObject(
                EventTypes
                    .All.OrderBy(t => t.Name, StringComparer.Ordinal)
                    .Select(type =>
                    {
                        var json = JsonNode.Parse(Pretty(Example(type.Name)))!.AsObject();
                        if (StateOf(type) is { } state)
                            json["details"] = state.Name;
                        return KeyValuePair.Create<string, JsonNode?>(type.Name, json);
                    })
            ).ToJsonString(new(Doors.Json) { WriteIndented = true }) + "\n"
        );

    [Theory]
    [MemberData(nameof(Messages))]
    public void Message_ReadFromItsJson_IsWrittenTheSame(string name)
    {
        var written = Pretty(Example(name));
        Assert.Equal(written, Pretty(EventTypes.Read(name, written)));
    }

    /// <summary>A row from before the state was under "details".</summary>
    [Fact]
    public void RowOfTheFirstSchema_IsReadAsOneOfToday()
    {
        var old = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Snapshots", "BidSubmitted-schema-1.json"));
        var row = new EventLogRow
        {
            Type = nameof(BidSubmitted),
            SchemaVersion = 1,
            Json = old,
        };
        Assert.Equal(Pretty(Example(nameof(BidSubmitted))), Pretty(row.Read()));
    }

    [Fact]
    public void EveryTypeInTheEventLog_IsAContract() => Assert.Throws<JsonException>(() => EventTypes.Read("NoSuchThing", "{}"));

    private static Type? StateOf(Type message) => message.BaseType is { IsGenericType: true } type ? type.GetGenericArguments()[0] : null;

    private static void AssertKept(string name, string json)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is not null)
            File.WriteAllText(Source(name), json);
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Snapshots", name + ".json")), json);
    }

    private static object Example(string name) => Fill(EventTypes.All.Single(t => t.Name == name), name)!;

    private static string Pretty(object message) =>
        JsonNode
            .Parse(JsonSerializer.Serialize(message, message.GetType(), Doors.Json))!
            .ToJsonString(new(Doors.Json) { WriteIndented = true }) + "\n";

    private static string Source(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "package.json")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, "tests", "Contracts.Tests", "Snapshots", name + ".json");
    }

    // One value of every type, so that no field is left out by being empty.
    private static object? Fill(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return name;
        if (type == typeof(Guid))
            return Guid.Parse("018f0000-0000-7000-8000-000000000001");
        if (type == typeof(int))
            return 7;
        if (type == typeof(long))
            return 9L;
        if (type == typeof(bool))
            return true;
        if (type == typeof(byte[]))
            return new byte[] { 31, 139 };
        if (type == typeof(decimal))
            return 67.25m;
        if (type == typeof(DateOnly))
            return new DateOnly(2025, 2, 28);
        if (type == typeof(DateTimeOffset))
            return DateTimeOffset.Parse("2025-02-28T23:59:59.5Z", null);
        if (type == typeof(Money))
            return new Money(1802950);
        if (type == typeof(Partnership))
            return Partnership.Get("MEL");
        if (type == typeof(FinancialYear))
            return new FinancialYear(2024);
        if (type == typeof(Quarter))
            return new Quarter(new(2024), 2);
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(1);
        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
        {
            var element = type.GetGenericArguments()[0];
            var list = Array.CreateInstance(element, 1);
            list.SetValue(Fill(element, name), 0);
            return list;
        }
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance)
            .OrderByDescending(c => c.GetParameters().Length)
            .First();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Fill(p.ParameterType, p.Name!))]);
        var filled = constructor.GetParameters().Select(p => p.Name).ToList();
        foreach (var property in type.GetProperties().Where(p => p.CanWrite && !filled.Contains(p.Name)))
            property.SetValue(made, Fill(property.PropertyType, property.Name));
        return made;
    }
}
