using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Microsoft.Extensions.Configuration;
using Platform.ServiceDefaults.Hosting;

namespace Platform.ServiceDefaults.Files;

/// <summary>Keeps files in a bucket of Amazon S3, or of anything with the same API: <c>Files:S3</c>.</summary>
public sealed class S3Files : IFileStore, IDisposable
{
    private readonly AmazonS3Client client;
    private readonly string bucket;

    /// <summary>The bucket that the configuration names.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing.</exception>
    public S3Files(IConfiguration configuration)
    {
        bucket = configuration.Required("Files:S3:Bucket");
        client = new(
            new BasicAWSCredentials(configuration.Required("Files:S3:AccessKey"), configuration.Required("Files:S3:SecretKey")),
            new AmazonS3Config
            {
                ServiceURL = configuration.Required("Files:S3:Endpoint"),
                AuthenticationRegion = configuration["Files:S3:Region"] ?? "us-east-1",
                ForcePathStyle = true,
                // Checksums of Amazon's own are not understood everywhere; the signature covers the content.
                RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
                ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
                Timeout = TimeSpan.FromSeconds(30),
                MaxErrorRetry = 2,
            }
        );
    }

    /// <inheritdoc/>
    public async Task WriteAsync(Guid id, byte[] content, CancellationToken cancellationToken) =>
        await client.PutObjectAsync(
            new()
            {
                BucketName = bucket,
                Key = Key(id),
                InputStream = new MemoryStream(content, writable: false),
                UseChunkEncoding = false,
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public async Task<T> ReadAsync<T>(Guid id, Func<Stream, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetObjectAsync(bucket, Key(id), cancellationToken);
            return await read(answer.ResponseStream);
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            throw new FileNotFoundException($"There is no file {id}", e);
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(Guid id, CancellationToken cancellationToken) =>
        await client.DeleteObjectAsync(bucket, Key(id), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static string Key(Guid id) => $"attachments/{id}";
}
