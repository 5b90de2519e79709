using System.Reflection;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Platform.Bids;
using Platform.Contracts;
using Platform.Gateway;
using Platform.Notifications;
using Platform.Reporting;
using Platform.Returns;
using Platform.ServiceDefaults.Messaging;

namespace Platform.Architecture.Tests;

/// <summary>
/// docs/data.md says what the models and the contracts say. After you change either, run this test with <c>WRITE_DATA=1</c> and read the
/// difference.
/// </summary>
public sealed class DataDictionaryTests
{
    private static readonly Assembly[] Programs =
    [
        typeof(GatewayService).Assembly,
        typeof(BidsService).Assembly,
        typeof(ReturnsService).Assembly,
        typeof(NotificationsService).Assembly,
        typeof(ReportingService).Assembly,
    ];

    private static readonly Dictionary<string, string> Summaries = ReadSummaries();

    // What a name means where it has no summary of its own.
    private static readonly Dictionary<string, string> Everywhere = new()
    {
        ["Id"] = "Identifies it.",
        ["Version"] = "How many events it has raised; of two savers of one version, the second is refused.",
        ["Partnership"] = "Whose it is, by the partnership's code.",
        ["Programme"] = "The fund that it belongs to, by name.",
        ["Reference"] = "What people call it by.",
        ["BidId"] = "The bid.",
        ["GrantId"] = "The grant.",
        ["ReturnId"] = "The return.",
        ["RoundId"] = "The round.",
        ["InterventionId"] = "The intervention of the grant.",
        ["Quarter"] = "The quarter of the financial year.",
        ["Year"] = "The financial year, by the calendar year in which it starts.",
        ["BidReference"] = "The bid, by reference.",
        ["GrantReference"] = "The grant, by reference.",
        ["RoundReference"] = "The round, by reference.",
        ["DecisionReference"] = "The decision record, by reference.",
        ["FailureId"] = "The message that failed.",
        ["LetterId"] = "The letter.",
        ["AssessorId"] = "Who assesses, by user id.",
        ["DeliveryFrom"] = "The first day of delivery.",
        ["DeliveryTo"] = "The last day of delivery.",
        ["Details"] = "All that its events say of it.",
        // Columns of ASP.NET Core Identity.
        ["ConcurrencyStamp"] = "Changes with each save: of two at once, the second is refused.",
        ["Email"] = "Where letters go, and what the person signs in with.",
        ["EmailConfirmed"] = "Whether the address is known to be theirs.",
        ["NormalizedEmail"] = "The address in capitals, for looking it up.",
        ["NormalizedUserName"] = "The user name in capitals, for looking it up.",
        ["PasswordHash"] = "The password, hashed; null until the invitation is accepted.",
        ["SecurityStamp"] = "Changes with the password and with disabling: sessions from before it end.",
        ["UserName"] = "What the person signs in with: the e-mail address.",
        ["IdentityUserPasskey`1"] =
            "A passkey: the public key by which a device signs its owner in, and what the browser said of it (data).",
        ["CredentialId"] = "Identifies the passkey.",
        ["UserId"] = "Whose it is.",
        // A table of ASP.NET Core Data Protection.
        ["DataProtectionKey"] = "A key that protects sessions, bearer tokens and links.",
        ["FriendlyName"] = "What its maker calls it.",
        ["Xml"] = "The key with its dates, encrypted for a certificate.",
    };

    [Fact]
    public void Document_IsWhatModelsAndContractsSay()
    {
        var path = Path.Combine(Repository.Root, "docs", "data.md");
        var written = Write();
        if (Environment.GetEnvironmentVariable("WRITE_DATA") == "1")
            File.WriteAllText(path, written);
        Assert.Equal(written, File.ReadAllText(path), ignoreLineEndingDifferences: true);
    }

    /// <summary>Our own tables, and those that several services share; not those of the gateway's libraries.</summary>
    [Fact]
    public void EveryTable_SaysWhatItIs() =>
        Assert.Empty(
            from program in Programs
            from table in TablesOf(program)
            where table.ClrType.Namespace!.StartsWith("Platform.", StringComparison.Ordinal) && SummaryOf(table) == ""
            select table.ClrType.FullName
        );

    [Fact]
    public void EveryColumnAndField_HasAMeaning() =>
        Assert.DoesNotContain(
            Write().Split('\n'),
            line => line.StartsWith("| `", StringComparison.Ordinal) && line.EndsWith("|  |", StringComparison.Ordinal)
        );

    private static string Write()
    {
        var text = new StringBuilder(
            """
            # What is kept, and what is said

            Every table of every database, and every field of every message. Written from the models, the contracts and their summaries
            by a test (`tests/Architecture.Tests/DataDictionaryTests.cs`), which also checks it: never edit it by hand. A `jsonb` column
            keeps a value whose type is named.

            """
        );
        foreach (var program in Programs)
        {
            text.Append($"\n## Database of {program.GetName().Name}\n");
            foreach (var table in TablesOf(program))
                Table(text, table);
        }
        text.Append(
            "\n## Messages\n\nEach has `id`, `version`, `occurredAt`, `by` and `details`: the whole state of the thing after it.\n"
        );
        var shown = new SortedDictionary<string, Type>(StringComparer.Ordinal);
        foreach (var happened in EventTypes.All.OrderBy(t => t.Name))
        {
            text.Append($"\n### {happened.Name}\n");
            Fields(text, happened, shown, [.. typeof(IEvent).GetProperties().Select(p => p.Name)]);
        }
        text.Append("\n## What messages are made of\n");
        for (var done = new HashSet<Type>(); shown.Values.FirstOrDefault(t => !done.Contains(t)) is { } next; )
        {
            done.Add(next);
            text.Append($"\n### {next.Name}\n");
            Fields(text, next, shown, []);
        }
        return text.ToString();
    }

    private static void Table(StringBuilder text, IEntityType table)
    {
        var name = table.GetSchema() is { } schema ? $"{schema}.{table.GetTableName()}" : table.GetTableName();
        text.Append($"\n### {name}\n\n{SummaryOf(table)}\n\n| column | type | | meaning |\n|---|---|---|---|\n");
        var place = StoreObjectIdentifier.Create(table, StoreObjectType.Table)!.Value;
        foreach (var column in table.GetFlattenedProperties())
        {
            var signs = string.Join(
                ", ",
                new[]
                {
                    column.IsPrimaryKey() ? "key" : null,
                    column.GetContainingForeignKeys().FirstOrDefault()?.PrincipalEntityType.GetTableName() is { } other
                        ? $"of {other}"
                        : null,
                    column.IsColumnNullable(place) ? "may be empty" : null,
                }.OfType<string>()
            );
            var kind = column.GetColumnType() + (column.GetColumnType() == "jsonb" ? $" {Name(column.ClrType)}" : "");
            text.Append($"| `{column.GetColumnName(place)}` | {kind} | {signs} | {Meaning(column.PropertyInfo)} |\n");
        }
    }

    private static void Fields(StringBuilder text, Type type, SortedDictionary<string, Type> shown, IReadOnlyList<string> left)
    {
        text.Append($"\n{Summary("T:" + type.FullName)}\n");
        if (type.IsEnum)
        {
            text.Append('\n');
            foreach (var value in Enum.GetNames(type))
                text.Append($"- `{value}` {Summary($"F:{type.FullName}.{value}")}".TrimEnd() + "\n");
            return;
        }
        var fields = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && !left.Contains(p.Name) && p.GetIndexParameters().Length == 0)
            .ToList();
        if (fields.Count == 0)
            return;
        text.Append("\n| field | type | meaning |\n|---|---|---|\n");
        foreach (var field in fields)
        {
            text.Append($"| `{char.ToLowerInvariant(field.Name[0])}{field.Name[1..]}` | {Name(field.PropertyType)} | {Meaning(field)} |\n");
            foreach (var part in Parts(field.PropertyType).Where(t => t.Assembly == typeof(IEvent).Assembly))
                shown.TryAdd(part.Name, part);
        }
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsArray ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts)
        : [type];

    private static string Name(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Nullable<>) ? Name(type.GetGenericArguments()[0]) + "?"
        : type.IsGenericType && type.GetGenericArguments() is [var one] ? $"list of {Name(one)}"
        : type.IsGenericType ? string.Join(" by ", type.GetGenericArguments().Reverse().Select(Name))
        : type.Name;

    private static IEnumerable<IEntityType> TablesOf(Assembly program)
    {
        var factory = program
            .GetTypes()
            .Single(t => t.GetInterfaces().Any(i => i.Name.StartsWith("IDesignTimeDbContextFactory", StringComparison.Ordinal)));
        var create = factory.GetInterfaces().Single(i => i.IsGenericType).GetMethod(nameof(IDesignTimeDbContextFactory<>.CreateDbContext))!;
        using var db = (DbContext)create.Invoke(Activator.CreateInstance(factory, nonPublic: true), [Array.Empty<string>()])!;
        return
        [
            .. db.GetService<IDesignTimeModel>()
                .Model.GetEntityTypes()
                .Where(t => t.GetTableName() is not null && !t.IsMappedToJson())
                .OrderBy(t => t.GetSchema(), StringComparer.Ordinal)
                .ThenBy(t => t.GetTableName(), StringComparer.Ordinal),
        ];
    }

    private static string SummaryOf(IEntityType table) =>
        Summary("T:" + table.ClrType.FullName!.Split('`', '[')[0]) is { Length: > 0 } own
            ? own
            : Everywhere.GetValueOrDefault(table.ClrType.Name, "");

    private static string Meaning(PropertyInfo? property)
    {
        if (property is null)
            return "";
        var owner = property.DeclaringType!;
        var name = owner.IsGenericType ? owner.GetGenericTypeDefinition().FullName : owner.FullName;
        return Summary($"P:{name}.{property.Name}") is { Length: > 0 } own ? own
            : Summary($"T:{name}#{property.Name}") is { Length: > 0 } parameter ? parameter
            : Everywhere.GetValueOrDefault(property.Name, "");
    }

    private static string Summary(string member) => Summaries.GetValueOrDefault(member.Replace('+', '.'), "");

    // Of a record's parameters too, as "T:Type#Parameter".
    private static Dictionary<string, string> ReadSummaries()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.xml"))
        foreach (var member in XDocument.Load(file).Descendants("member"))
        {
            var name = member.Attribute("name")!.Value;
            if (member.Element("summary") is { } summary)
                found[name] = Plain(summary);
            foreach (var parameter in member.Elements("param"))
                found[$"{name}#{parameter.Attribute("name")!.Value}"] = Plain(parameter);
        }
        return found;
    }

    private static string Plain(XElement element)
    {
        var words = element
            .DescendantNodes()
            .Select(node =>
                node switch
                {
                    XText text => text.Value,
                    XElement { Name.LocalName: "see" or "paramref" } named =>
                        $"`{named.FirstAttribute!.Value.Split('(')[0].Split('.', ':')[^1]}`",
                    _ => "",
                }
            );
        var line = string.Join(' ', string.Concat(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Replace("|", "\\|", StringComparison.Ordinal);
    }
}
