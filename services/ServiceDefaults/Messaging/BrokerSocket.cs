using System.Net.Sockets;
using RabbitMQ.Client;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>
/// A connection to the broker whose writes do not fail. In RabbitMQ.Client 7.2.2 the task that writes ends with the first failed write and
/// tells nobody: 128 frames later all who write wait for ever, among them the task that reads, which has to answer the broker's farewell
/// and would have ended the connection. Here a failed write closes the socket, so that the reader finds the end, and what comes after it
/// is written to nowhere. Nothing is lost by that: without a confirmation the event log keeps an event, and without an acknowledgement the
/// broker delivers a message again.
/// </summary>
/// <remarks>Mended in the client's repository (rabbitmq-dotnet-client 1930), in no release yet.</remarks>
internal sealed class BrokerSocket(Socket socket) : TcpClientAdapter(socket)
{
    /// <summary>Makes one, with the client's own settings.</summary>
    public static ITcpClient Create(AddressFamily family) =>
        new BrokerSocket(
            ConnectionFactoryBase.DefaultSocketFactory(family).Client ?? throw new InvalidOperationException("The client made no socket.")
        );

    public override NetworkStream GetStream() => new Stream(Client);

    private sealed class Stream(Socket socket) : NetworkStream(socket)
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                await base.WriteAsync(buffer, cancellationToken);
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                Socket.Dispose();
            }
        }
    }
}
