using System.Text.RegularExpressions;
using Platform.Contracts;

namespace Platform.Architecture.Tests;

public sealed partial class SourceTests
{
    private static readonly string[] Written = ["contracts", "gateway", "services", "deploy", "tests"];

    // Not wrapped: the licence's logo, the words for months, the letters of seeds 000 and 002.
    private static readonly string[] Quoting = ["Footer.cs", "StatedEnds.cs", "AnswerFromDataTests.cs", "GivenFoi.cs"];
    private static readonly string[] SayNothing = ["Helper", "Helpers", "Manager", "Util", "Utils", "Common", "Base", "Misc", "Extensions"];

    [Fact]
    public void NoFile_HasANameThatSaysNothing() =>
        Assert.DoesNotContain(
            // A tag helper is ASP.NET Core's own word.
            Written
                .SelectMany(f => Repository.Files(f, "*.cs"))
                .Select(f => Path.GetFileNameWithoutExtension(f).Replace("TagHelper", "", StringComparison.Ordinal)),
            name => SayNothing.Any(n => name.EndsWith(n, StringComparison.Ordinal))
        );

    /// <summary>Nobody reads wider lines. A document quoted in a raw string stays as it was written.</summary>
    [Fact]
    public void NoLine_IsWiderThan140() =>
        Assert.Empty(
            Written
                .SelectMany(f => Repository.Files(f, "*.cs").Concat(Repository.Files(f, "*.cshtml")))
                .Where(f => !Quoting.Contains(Path.GetFileName(f)))
                .SelectMany(f => File.ReadLines(f).Select((line, i) => (Line: line, Where: $"{f}:{i + 1}")))
                .Where(l => l.Line.Length > 140)
                .Select(l => l.Where)
        );

    /// <summary>Two things that belong together may be set at once; with more, a reader loses count.</summary>
    [Fact]
    public void NoTuple_SetsMoreThanTwo() =>
        Assert.Empty(
            Written
                .SelectMany(f => Repository.Files(f, "*.cs"))
                .Where(f => Path.GetFileName(f) != "SourceTests.cs")
                .SelectMany(f => TupleOfThree().Matches(File.ReadAllText(f)).Select(m => $"{f}: {m.Value}"))
        );

    /// <summary>Whoever has done something reads on the next page what, and who is told. A question leads to the next one.</summary>
    [Fact]
    public void EveryAct_SaysWhatItHasDone() =>
        Assert.DoesNotContain(
            new[] { "gateway", "services" }.SelectMany(f => Repository.Files(f, "*.cs")),
            file => File.ReadAllText(file) is var text && PostHandler().IsMatch(text) && !Said().IsMatch(text) && !Asked().IsMatch(text)
        );

    /// <summary>A test that needs no running service tests a rule, and <c>./test --fast</c> runs it.</summary>
    [Fact]
    public void TestsThatAreGivenNothing_AreMarkedAsRules() =>
        Assert.DoesNotContain(
            ServiceNames
                .BehindTheGateway.Append(ServiceNames.Gateway)
                .SelectMany(name => Repository.Files($"tests/{ServiceListTests.Folder(name)}.Tests", "*Tests.cs")),
            file =>
                File.ReadAllText(file) is var text
                && GivenNothing().IsMatch(text)
                && !text.Contains("IAsyncLifetime", StringComparison.Ordinal)
                && !text.Contains("[Rule]", StringComparison.Ordinal)
        );

    /// <summary>A type stands in one file: the other half of a partial one is generated.</summary>
    [Fact]
    public void NoType_IsCutIntoSeveralFiles() =>
        Assert.Empty(
            Written
                .SelectMany(f => Repository.Files(f, "*.cs"))
                .Where(f =>
                    File.ReadAllText(f) is var text
                    && text.Contains(" partial ", StringComparison.Ordinal)
                    && !text.Contains("[GeneratedRegex(", StringComparison.Ordinal)
                    && Path.GetFileName(f) != "SourceTests.cs"
                )
                .Select(Path.GetFileName)
        );

    /// <summary>Publishing outside the event log is a build error: only the sender's transport may say otherwise.</summary>
    [Fact]
    public void OnlyTheTransport_MaySilenceABannedSymbol() =>
        Assert.Equal(
            ["Transport.cs"],
            Written
                .Except(["tests"])
                .SelectMany(f => Repository.Files(f, "*.cs"))
                .Where(f => File.ReadAllText(f).Contains("disable RS0030", StringComparison.Ordinal))
                .Select(f => Path.GetFileName(f))
        );

    /// <summary>Which role may do what is said in the tables of acts alone: no page or endpoint has a list of its own.</summary>
    [Fact]
    public void Roles_AreAskedForByTheActsAlone() =>
        Assert.Equal(
            ["ActTable.cs", "Acts.cs"],
            Written
                .Except(["tests"])
                .SelectMany(f => Repository.Files(f, "*.cs").Concat(Repository.Files(f, "*.cshtml")))
                .Where(f => RoleCheck().IsMatch(File.ReadAllText(f)))
                .Select(f => Path.GetFileName(f))
                .Order()
        );

    /// <summary>ServiceDefaults knows no business.</summary>
    [Fact]
    public void ServiceDefaults_HasNoBusinessWord()
    {
        string[] words = ["Round", "Grant", "Intervention", "Rung", "Overdue", "Letter"];
        Assert.DoesNotContain(
            Repository.Files("services/ServiceDefaults", "*.cs").SelectMany(File.ReadLines),
            l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal) && words.Any(w => l.Contains(w, StringComparison.Ordinal))
        );
    }

    [GeneratedRegex(@"\((?:[^(),=;]+,){2,}[^(),=;]+\) = \(")]
    private static partial Regex TupleOfThree();

    [GeneratedRegex(@"RequireRole|IsInRole|\[Authorize")]
    private static partial Regex RoleCheck();

    [GeneratedRegex(@"^public sealed class \w+$", RegexOptions.Multiline)]
    private static partial Regex GivenNothing();

    [GeneratedRegex(@"> OnPost\w*\(")]
    private static partial Regex PostHandler();

    [GeneratedRegex(@"\[Says\(|this\.Say\(")]
    private static partial Regex Said();

    // How a page of a form saves an answer, marks a section as completed or hands in.
    [GeneratedRegex(@"\b(SaveAsync|MarkAsync|CompleteAsync|HandInAsync|SaveLineAsync|SaveListAsync)\(")]
    private static partial Regex Asked();
}
