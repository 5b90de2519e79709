namespace Platform.Contracts;

/// <summary>Says how a type with its own JSON converter looks: one string.</summary>
/// <param name="pattern">A regular expression for the whole string.</param>
/// <param name="example">One such string.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class JsonTextAttribute(string pattern, string example) : Attribute
{
    /// <summary>A regular expression for the whole string.</summary>
    public string Pattern { get; } = pattern;

    /// <summary>One such string.</summary>
    public string Example { get; } = example;
}
