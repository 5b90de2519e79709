using Xunit.v3;

namespace Platform.Testing;

/// <summary>
/// Tests of rules: no server, milliseconds each. <c>./test --fast</c> runs these alone, and tells fixtures by
/// <c>TESTS=rules</c> that nothing is to be started.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RuleAttribute : Attribute, ITraitAttribute
{
    /// <summary>Whether only rules are tested in this run.</summary>
    public static bool Alone { get; } = Environment.GetEnvironmentVariable("TESTS") == "rules";

    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("level", "rule")];
}
