using Microsoft.Extensions.Configuration;

namespace Platform.ServiceDefaults.Hosting;

/// <summary>Configuration that a program cannot start without.</summary>
public static class RequiredConfiguration
{
    /// <summary>The value of a key.</summary>
    /// <exception cref="InvalidOperationException">It is not set; the message says how to set it.</exception>
    public static string Required(this IConfiguration configuration, string key) =>
        configuration[key] is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException(
                $"{key} is not set. Set the environment variable {key.Replace(":", "__")}, or {key.Replace(":", "__")}_FILE to the path "
                    + "of a file that holds it."
            );

    /// <summary>Reads every environment variable <c>A__B_FILE</c> as the path of a file that holds the value of <c>A:B</c>.</summary>
    public static IConfigurationBuilder AddSecretFiles(this IConfigurationBuilder configuration)
    {
        var values = new Dictionary<string, string?>();
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
            if (
                variable.Key is string key
                && key.EndsWith("_FILE", StringComparison.Ordinal)
                && key.Contains("__", StringComparison.Ordinal)
                && variable.Value is string path
            )
                values[key[..^5].Replace("__", ":")] = File.ReadAllText(path).Trim();
        return configuration.AddInMemoryCollection(values);
    }
}
