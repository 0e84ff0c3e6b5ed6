# Orca loads this file from its folder of settings when it starts. It writes what would be spoken to a file, an
# utterance a line, in place of sending it to a voice.
import os

from gi.repository import GLib
from orca import event_manager, speech

folder = os.environ['SPEECH_FOLDER']
said = open(os.path.join(folder, 'said.txt'), 'a', buffering=1, encoding='utf-8')


def say(text):
    text = ' '.join(str(text or '').split())
    if text:
        said.write(text + '\n')


class WrittenSpeech:
    """A speech server of Orca's kind. What it is not asked for here, it ignores."""

    def speak(self, text=None, acss=None, interrupt=True):
        say(text)

    def speakUtterances(self, utterances, acss=None, interrupt=True):
        for text in utterances:
            say(text)

    def speakCharacter(self, character, acss=None):
        say(character)

    def sayAll(self, utterances, progress):
        for context, _ in utterances:
            say(context.utterance)

    def getInfo(self):
        return ['file', 'file']

    def isAlive(self):
        return True

    def __getattr__(self, name):
        return lambda *args, **options: None


speech._speechserver = WrittenSpeech()
speech.init = lambda: None
speech.shutdown = lambda: None

# How many times in a row, ten a second, Orca had nothing left to work on: who waits for speech waits for that.
idle = 0


def beat():
    global idle
    idle = idle + 1 if event_manager.getManager()._eventQueue.empty() else 0
    path = os.path.join(folder, 'idle.txt')
    with open(path + '.new', 'w') as file:
        file.write(str(idle))
    os.rename(path + '.new', path)
    return True


GLib.timeout_add(100, beat)
